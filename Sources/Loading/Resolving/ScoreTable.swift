/// Rows of scores, one number for each programme, side by side. `none` stands for a row of zeros.
struct ScoreTable {
  static let none = -1
  private let programs: Int
  private var scores: [Int] = []
  private let zeros: [Int]

  /// - Parameter rows: how many there will be, about.
  init(programs: Int, rows: Int) {
    self.programs = programs
    zeros = [Int](repeating: 0, count: programs)
    scores.reserveCapacity(programs * rows)
  }

  /// A new row of zeros.
  mutating func addRow() -> Int {
    scores += zeros
    return scores.count / programs - 1
  }

  mutating func withRow<Result>(
    _ row: Int, _ body: (UnsafeMutablePointer<Int>) -> Result
  ) -> Result {
    precondition(row >= 0 && (row + 1) * programs <= scores.count)
    return scores.withUnsafeMutableBufferPointer { scores in
      guard let base = scores.baseAddress else { preconditionFailure("there are programmes") }
      return body(base + row * programs)
    }
  }

  func read(_ row: Int, _ body: (UnsafePointer<Int>) -> Void) {
    precondition(row >= 0 && (row + 1) * programs <= scores.count)
    scores.withUnsafeBufferPointer { scores in
      if let base = scores.baseAddress { body(base + row * programs) }
    }
  }

  /// The most that one sentence adds to what holds it.
  private static let mostOfSentence = 10

  /// Adds a row to another.
  mutating func add(_ row: Int, to sum: Int, most: Int) {
    if row == ScoreTable.none { return }
    precondition((max(row, sum) + 1) * programs <= scores.count && min(row, sum) >= 0)
    scores.withUnsafeMutableBufferPointer { scores in
      let (own, sum) = (row * programs, sum * programs)
      // Most rows speak for few programmes, and what adds nothing changes nothing.
      for program in 0..<programs where scores[own + program] != 0 {
        let more = min(scores[own + program], ScoreTable.mostOfSentence)
        scores[sum + program] = min(scores[sum + program] + more, most)
      }
    }
  }
}
