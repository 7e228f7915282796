import FactModel
import Languages

/// Where the columns of a table of facts stand, by its header.
struct TableLayout {
  /// Columns of facts by their names in the header.
  enum Column: String, CaseIterable {
    case document, line, kind, value
    case high = "value_high"
    case unit, qualifier, label, place, province, program, period, status
    case part = "part_of"
    case optional, month, span, enters, article, offset, see, code
  }

  /// How many columns there are.
  let count: Int
  /// Where the first row begins.
  let body: Int
  /// The header as it stands, without line end and byte order mark.
  let header: [UInt8]
  private let places: [Column: Int]

  /// Where a column stands, from 0; `nil` where the table has none of that name.
  subscript(column: Column) -> Int? { places[column] }

  /// Where a column stands that was asked for by `require(_:)`.
  func place(of column: Column) -> Int { places[column] ?? 0 }

  /// Reads the header of a table.
  init(of source: TableSource) throws(TableFault) {
    var window = Window(size: 1 << 16)
    try window.fill(from: 0, of: source)
    let hasMark =
      window.count >= 3 && window.base[0] == 0xEF && window.base[1] == 0xBB
      && window.base[2] == 0xBF
    let start = hasMark ? 3 : 0
    var scanner = RowScanner()
    scanner.reserve(window: window.size)
    guard window.count > start,
      case .row(let next) = scanner.scan(window.base + start, limit: window.limit)
    else {
      throw TableFault(
        offset: 0,
        message: Wording(
          en:
            "the table has no header; its first line names the columns, as 'yuebao facts' writes it",
          zh: "这张表没有表头；第一行要写栏名，写法见 yuebao facts 的输出"))
    }
    var places: [Column: Int] = [:]
    for place in 0..<scanner.count {
      let text = String(
        decoding: UnsafeBufferPointer(
          start: scanner.starts[place], count: scanner.ends[place] - scanner.starts[place]),
        as: UTF8.self)
      guard let column = Column(rawValue: text) else { continue }
      if places.updateValue(place, forKey: column) != nil {
        throw TableFault(
          offset: window.offset(of: scanner.starts[place]),
          message: Wording(
            en: "two columns are called \(text); rename one", zh: "有两栏都叫 \(text)，请改掉一个"))
      }
    }
    count = scanner.count
    body = window.offset(of: next)
    var line = Array(UnsafeBufferPointer(start: window.base + start, count: body - start))
    while let last = line.last, last == Sign.newline || last == Sign.carriageReturn {
      line.removeLast()
    }
    header = line
    self.places = places
  }

  /// Whether the table says itself what its facts count for.
  var isJudged: Bool { self[.month] != nil && self[.span] != nil && self[.enters] != nil }

  /// - Throws: `TableFault` where one of the columns is missing.
  func require(_ columns: [Column]) throws(TableFault) {
    let missing = columns.filter { self[$0] == nil }.map(\.rawValue).joined(separator: ", ")
    if missing.isEmpty { return }
    let present = String(decoding: header.prefix(300), as: UTF8.self)
    throw TableFault(
      offset: 0,
      message: Wording(
        en:
          "the header has no column \(missing); write the table with 'yuebao facts'. It has: \(present)",
        zh: "表头没有 \(missing) 栏；请用 yuebao facts 写出这张表。现有：\(present)"))
  }
}
