extension ProgramResolver {
  /// A word that speaks for a programme.
  struct Cue: BitwiseCopyable {
    private let first: Int32
    private let end: Int32
    private let place: Int32
    /// Whether it tells who is helped or who helps: 困难职工, or 帮扶中心 of 帮扶中心为职工体检.
    let isWho: Bool
    let weight: Int

    @inline(__always)
    init(range: Range<Int>, program: Int, weight: Int, isWho: Bool) {
      first = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
      place = Int32(truncatingIfNeeded: program)
      (self.isWho, self.weight) = (isWho, weight)
    }

    var range: Range<Int> { Int(first)..<Int(end) }
    var program: Int { Int(place) }

    /// The same word for another programme.
    func meaning(_ program: Int) -> Cue {
      Cue(range: range, program: program, weight: weight, isWho: isWho)
    }

    @inline(__always)
    func stands(in part: Range<Int>) -> Bool {
      Int(first) >= part.lowerBound && Int(end) <= part.upperBound
    }

    /// The weight of a cue that stands in a part of the text, else nothing.
    @inline(__always)
    func weight(in part: Range<Int>) -> Int {
      // Either difference is below zero where it stands beyond an end.
      let beyond = (Int(first) &- part.lowerBound) | (part.upperBound &- Int(end))
      return weight & ~(beyond &>> (Int.bitWidth - 1))
    }
  }

  /// Some of an article's cues, in memory that the list of them owns.
  typealias Cues = UnsafeBufferPointer<Cue>
}

/// The cues of an article, sentence by sentence.
///
/// Its memory is bare, so that a sentence's stretch of it is handed out without being counted; a stretch must not outlive
/// the list.
final class CueList {
  typealias Cue = ProgramResolver.Cue
  private var base: UnsafeMutablePointer<Cue>
  private(set) var count = 0
  private var capacity: Int
  /// The first word that names the safety cup, if one does.
  private(set) var cupName: Token?

  /// An empty list with room for some cues.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  func append(_ cue: Cue) {
    if count == capacity { grow() }
    base[count] = cue
    count += 1
  }

  @inline(never)
  private func grow() {
    let larger = UnsafeMutablePointer<Cue>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  /// Notes a word that names the safety cup.
  func note(cup token: Token) { if cupName == nil { cupName = token } }

  /// Forgets them.
  func removeAll() { count = 0 }

  /// Lets each word of a programme mean another one.
  func replace(_ said: Int, by meant: Int) {
    for index in 0..<count where base[index].program == said {
      base[index] = base[index].meaning(meant)
    }
  }

  /// All of them.
  var all: UnsafeBufferPointer<Cue> { self[0..<count] }

  /// Those of a sentence.
  @inline(__always)
  subscript(range: Range<Int>) -> UnsafeBufferPointer<Cue> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}
