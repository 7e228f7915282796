import Lexicon

/// Finds the paragraphs that print has broken into rows of one width, and which row goes on in which.
///
/// A page that is kept row by row has no line that tells a headline from body text by its length. What tells is the
/// column: three rows and more of one width, most of which end inside a sentence. Rows are measured in signs and in
/// cells, of which a sign of ASCII takes one and others two, as some papers set figures narrow.
struct PrintedColumns {
  /// For each line the line in which its paragraph goes on, if the two are rows of a column.
  let next: [Int?]

  /// The columns of a page, of which each line is given without the blanks at its edges.
  ///
  /// - Parameter texts: what the lines hold.
  init(_ page: PageText, _ lines: [Range<Int>], _ texts: [Line]) {
    var rows: [Row] = []
    rows.reserveCapacity(lines.count)
    for (line, text) in texts.enumerated() where !text.isEmpty {
      rows.append(
        Row(line: line, text, isIndented: lines[line].lowerBound > page.lineStarts[line]))
    }
    let widths = PrintedColumns.widths(of: rows)
    var next = [Int?](repeating: nil, count: lines.count)
    if !widths.isEmpty {
      var start = 0
      while start < rows.count {
        let end = PrintedColumns.paragraph(from: start, rows, widths)
        if rows[start...end].contains(where: \.holdsStop) {
          for row in start..<end { next[rows[row].line] = rows[row + 1].line }
        }
        start = end + 1
      }
    }
    self.next = next
  }

  /// Fewer rows of one width are chance: two headlines, a list of names.
  private static let fewestRows = 3
  /// In a column so wide two open rows will do, or three that stand anywhere on the page.
  private static let wide = 24
  /// The narrowest column, and the widest whose rows could be taken for headlines, in signs.
  private static let signs = 8...60

  /// The widths of columns, each in signs and in cells.
  private static func widths(of rows: [Row]) -> [Width] {
    let open = rows.indices.dropLast().filter { row in
      signs.contains(rows[row].signs) && rows[row].isOpen && rows[row + 1].follows(rows[row])
    }
    var widths: [Width] = []
    for measure in [Width.Measure.signs, .cells] {
      var start = 0
      while start < rows.count {
        let width = Width(measure: measure, of: rows[start])
        var end = start + 1
        while end < rows.count, rows[end].follows(rows[end - 1]), width.fits(rows[end]) { end += 1 }
        if isColumn(rows[start..<end]), !widths.contains(width) { widths.append(width) }
        start = end
      }
      for row in open where rows[row].signs >= wide {
        let width = Width(measure: measure, of: rows[row])
        if !widths.contains(width), open.count(where: { width.fits(rows[$0]) }) >= fewestRows {
          widths.append(width)
        }
      }
    }
    return widths
  }

  /// Whether rows of one width are a column of body text: sentences end inside the rows and not with them.
  private static func isColumn(_ rows: ArraySlice<Row>) -> Bool {
    guard let first = rows.first, rows.allSatisfy({ signs.contains($0.signs) }) else {
      return false
    }
    let open = rows.count { !$0.endsSentence }
    let marked = rows.count(where: \.holdsMark)
    if rows.count < fewestRows {
      let width = Width(measure: .signs, of: first).most
      return rows.count > 1 && width >= wide && rows.allSatisfy(\.isOpen)
    }
    return open * 2 > rows.count && marked * 2 >= rows.count
  }

  /// The last row of the paragraph that a row begins.
  private static func paragraph(from start: Int, _ rows: [Row], _ widths: [Width]) -> Int {
    var end = start
    while end + 1 < rows.count, let width = widths.first(where: { $0.fits(rows[end]) }) {
      let row = rows[end + 1]
      guard row.follows(rows[end]), !row.isIndented, !row.isLead else { break }
      // A headline may happen to fill the column.
      let first = rows[end]
      if end == start, !first.holdsMark, !first.isLead, !first.isIndented, row.tellsNews { break }
      let isFull = width.fits(row)
      // Behind a sentence that ends with its row, a short row without a stop is a headline.
      guard isFull || width.isWider(than: row),
        isFull || !rows[end].endsSentence || row.endsSentence
      else { break }
      end += 1
      if !isFull { break }
    }
    return end
  }

  /// The width of a column.
  private struct Width: Equatable {
    enum Measure { case signs, cells }

    let measure: Measure
    let most: Int

    init(measure: Measure, of row: Row) {
      self.measure = measure
      let blanks = row.isIndented ? 2 : 0
      most = measure == .signs ? row.signs + blanks : row.cells + 2 * blanks
    }

    private func width(of row: Row) -> Int { measure == .signs ? row.signs : row.cells }

    /// Whether a row fills the column, give or take one sign that hangs over or was put off, and the blanks of a
    /// paragraph's first row.
    func fits(_ row: Row) -> Bool {
      let sign = measure == .signs ? 1 : 2
      let missing = most - width(of: row)
      return missing >= -sign && missing <= (row.isIndented ? 3 * sign : sign)
    }

    func isWider(than row: Row) -> Bool { width(of: row) < most }
  }

  /// A line that is not blank.
  private struct Row {
    let text: Line
    let line: Int
    let signs: Int
    let cells: Int
    let isIndented: Bool
    let holdsStop: Bool
    let holdsMark: Bool
    let endsSentence: Bool

    init(line: Int, _ text: Line, isIndented: Bool) {
      (self.text, self.line, self.isIndented) = (text, line, isIndented)
      signs = text.count
      // Most of a page are lines that are no rows; nothing more is asked of them.
      guard signs <= Row.longest else {
        cells = 2 * signs
        (holdsStop, holdsMark, endsSentence) = (false, false, false)
        return
      }
      var (narrow, stops, marks) = (0, false, false)
      for sign in text {
        if sign < 0x80 && !Row.wide.contains(sign) { narrow += 1 }
        if sign > 0x3002 { continue }
        if Layout.isStop(sign) { stops = true }
        if Row.isMark(sign) { marks = true }
      }
      cells = 2 * signs - narrow
      (holdsStop, holdsMark) = (stops, stops || marks)
      endsSentence = stops && Layout.withoutCloser(text).last.map(Layout.isStop) == true
    }

    private static let longest = PrintedColumns.signs.upperBound + 1

    // Asked of few rows.
    var isLead: Bool { signs <= Row.longest && ReportLead.isSigned(text) }
    var tellsNews: Bool { signs <= Row.longest && ReportLead.tellsNews(text) }

    /// Whether a sentence that has a mark goes on behind the row.
    var isOpen: Bool { holdsMark && !endsSentence }

    /// ,、: inside a sentence, in their folded forms.
    private static func isMark(_ sign: UInt16) -> Bool {
      sign == Sign.comma || sign == Sign.enumeration || sign == Sign.colon
    }

    /// The signs of ASCII that are not narrow: ,:;!?(), since wide forms are folded into them.
    @inline(__always)
    private static var wide: Marks {
      Marks(
        ascii: 1 << 0x2C | 1 << 0x3A | 1 << 0x3B | 1 << 0x21 | 1 << 0x3F | 1 << 0x28 | 1 << 0x29)
    }

    /// Whether this row stands under another, with one blank line between them at most.
    func follows(_ other: Row) -> Bool { line - other.line <= 2 }
  }
}
