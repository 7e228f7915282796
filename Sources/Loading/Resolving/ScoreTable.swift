/// Rows of scores, one number for each programme, side by side in memory that is freed with the table. `none` stands for a
/// row of zeros.
///
/// It belongs to one thread.
final class ScoreTable {
  static let none = -1
  private let programs: Int
  private let capacity: Int
  private let memory: UnsafeMutablePointer<Int>
  private var rows = 0
  /// What one sentence says, while it is added; else zeros.
  private let sentence: UnsafeMutablePointer<Int>

  /// - Parameter rows: how many there will be at most.
  init(programs: Int, rows: Int) {
    (self.programs, capacity) = (programs, rows)
    memory = .allocate(capacity: programs * (rows + 1))
    memory.initialize(repeating: 0, count: programs * (rows + 1))
    sentence = memory + programs * rows
  }

  deinit { memory.deallocate() }

  /// A new row of zeros.
  func addRow() -> Int {
    precondition(rows < capacity)
    rows += 1
    return rows - 1
  }

  /// The numbers of a row; they must not outlive the table.
  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<Int> {
    precondition(row >= 0 && row < rows)
    return memory + row * programs
  }

  func clear(_ row: Int) { self.row(row).update(repeating: 0, count: programs) }

  /// The most that one sentence adds to what holds it.
  private static let mostOfSentence = 10

  /// Adds what the cues of one sentence say to a row.
  func add(
    _ cues: ProgramResolver.Cues, to sum: Int, most: Int,
    mostOfSentence: Int = mostOfSentence
  ) {
    let sum = row(sum)
    for cue in cues {
      precondition(cue.program < programs)
      sentence[cue.program] += cue.weight
    }
    // Few programmes have cues: each is added at its first, and is zero behind it, which adds nothing.
    for cue in cues {
      let more = min(sentence[cue.program], mostOfSentence)
      sum[cue.program] = min(sum[cue.program] + more, most)
      sentence[cue.program] = 0
    }
  }

  /// Adds a row to another.
  func add(_ row: Int, to sum: Int, most: Int) {
    if row == ScoreTable.none { return }
    let (own, sum) = (self.row(row), self.row(sum))
    for program in 0..<programs where own[program] != 0 {
      sum[program] = min(sum[program] + min(own[program], ScoreTable.mostOfSentence), most)
    }
  }
}
