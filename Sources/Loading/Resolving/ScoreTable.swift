/// Rows of scores, one number for each programme, side by side. `none` stands for a row of zeros.
struct ScoreTable {
  static let none = -1
  private let programs: Int
  private var rows = 0
  /// The rows, and behind them room for those to come.
  private var scores: [Int]
  /// What one sentence says, while it is added; else zeros.
  private var sentence: [Int]

  /// - Parameter rows: how many there will be at most.
  init(programs: Int, rows: Int) {
    self.programs = programs
    scores = [Int](repeating: 0, count: programs * rows)
    sentence = [Int](repeating: 0, count: programs)
  }

  /// A new row of zeros.
  mutating func addRow() -> Int {
    rows += 1
    precondition(rows * programs <= scores.count)
    return rows - 1
  }

  func read(_ row: Int, _ body: (UnsafePointer<Int>) -> Void) {
    precondition(row >= 0 && row < rows)
    scores.withUnsafeBufferPointer { scores in
      if let base = scores.baseAddress { body(base + row * programs) }
    }
  }

  /// The most that one sentence adds to what holds it.
  private static let mostOfSentence = 10

  /// Adds what the cues of one sentence say to a row.
  mutating func add(
    _ cues: ArraySlice<ProgramResolver.Cue>, to sum: Int, most: Int,
    mostOfSentence: Int = mostOfSentence
  ) {
    precondition(sum >= 0 && sum < rows)
    for cue in cues { sentence[cue.program] += cue.weight }
    // Few programmes have cues: each is added at its first, and is zero behind it.
    for cue in cues where sentence[cue.program] != 0 {
      let place = sum * programs + cue.program
      scores[place] = min(scores[place] + min(sentence[cue.program], mostOfSentence), most)
      sentence[cue.program] = 0
    }
  }

  /// Adds a row to another.
  mutating func add(_ row: Int, to sum: Int, most: Int) {
    if row == ScoreTable.none { return }
    precondition(max(row, sum) < rows && min(row, sum) >= 0)
    for program in 0..<programs where scores[row * programs + program] != 0 {
      let more = min(scores[row * programs + program], ScoreTable.mostOfSentence)
      let place = sum * programs + program
      scores[place] = min(scores[place] + more, most)
    }
  }
}
