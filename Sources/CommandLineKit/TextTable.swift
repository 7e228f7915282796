import Languages

/// A table for the eye: columns that line up on the screen, wide signs and all.
public struct TextTable: Sendable {
  private let header: [String]
  private let rows: [[String]]
  /// The columns of numbers, which stand at the right.
  private let numbers: Set<Int>

  /// - Parameter numbers: the indices of the columns that are numbers.
  public init(header: [String], rows: [[String]], numbers: Set<Int>) {
    self.header = header
    self.rows = rows
    self.numbers = numbers
  }

  /// The lines, the header first.
  public func lines(_ style: TextStyle = TextStyle(isColored: false)) -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    let all = ([header] + rows).map { row in
      row.indices.map { column in
        numbers.contains(column)
          ? row[column].padded(from: widths[column])
          : column == row.indices.last ? row[column] : row[column].padded(to: widths[column])
      }.joined(separator: "  ")
    }
    return all.prefix(1).map(style.bold) + all.dropFirst()
  }
}
