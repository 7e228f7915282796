import FactModel

/// Hands on the rows that enter no total, in the order of the table: a second look at it, by one thread.
struct LeftOutRows: RowTaker, ~Copyable {
  private let write: ([UInt8]) -> Void
  private let decision: TableDecision?
  private var judge: JudgedRows
  private var block = 0
  private var place = 0
  private var rows: [UInt8] = []

  /// - Parameter decision: what was decided of the rows, which then get the reason as one more cell; `nil` where they
  ///   say it themselves.
  init(
    of layout: TableLayout, judged decision: TableDecision?, _ write: @escaping ([UInt8]) -> Void
  ) {
    self.decision = decision
    self.write = write
    judge = JudgedRows(layout)
  }

  mutating func begin(block: Int) {
    self.block = block
    place = 0
  }

  mutating func take(_ row: Row) throws(TableFault) {
    guard let decision else {
      if try judge.isLeftOut(row) { append(row, "") }
      return
    }
    let (verdict, isCounted) = decision.verdict(block: block, place: place)
    place += 1
    if !isCounted { append(row, "," + verdict.rawValue) }
  }

  mutating func end(block: Int) {
    write(rows)
    rows.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ row: Row, _ reason: String) {
    var bytes = row.bytes[...]
    while let last = bytes.last, last == Sign.newline || last == Sign.carriageReturn {
      bytes.removeLast()
    }
    rows += bytes
    rows += reason.utf8
    rows.append(Sign.newline)
  }
}
