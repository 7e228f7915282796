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
final class CueList: BareList<ProgramResolver.Cue> {
  /// The first word that names the safety cup, if one does.
  private(set) var cupName: Token?

  /// Notes a word that names the safety cup.
  func note(cup token: Token) { if cupName == nil { cupName = token } }

  /// Lets each word of a programme mean another one.
  func replace(_ said: Int, by meant: Int) {
    for index in 0..<count where base[index].program == said {
      base[index] = base[index].meaning(meant)
    }
  }
}
