import FactModel
import Languages

/// A table of facts that is added up without reading its facts one by one into memory.
///
///     let totals = try FactTable(source).totals(threads: 2)
///
/// Where the table has the columns `month`, `span` and `enters`, as `facts.csv` of a report does, they are trusted. The
/// result is the same for every number of threads: sums are whole numbers, and rows are ordered by their words.
public struct FactTable {
  private let source: TableSource
  private let layout: TableLayout
  private let blockSize: Int

  /// Reads the header.
  ///
  /// - Throws: `TableError` where there is none.
  public init(_ source: TableSource) throws(TableError) {
    try self.init(source, blockSize: 1 << 20)
  }

  init(_ source: TableSource, blockSize: Int) throws(TableError) {
    self.source = source
    self.blockSize = blockSize
    do throws(TableFault) {
      layout = try TableLayout(of: source)
    } catch {
      throw error.error(in: source)
    }
  }

  /// Whether the table says itself what its facts count for.
  public var isJudged: Bool { layout.isJudged }

  /// The header as it stands.
  public var header: [UInt8] { layout.header }

  private var reading: TableReading {
    TableReading(source: source, layout: layout, blockSize: blockSize)
  }

  /// The totals of a table that says itself what its facts count for.
  ///
  /// - Parameters:
  ///   - threads: how many threads read.
  ///   - leftOut: gets the rows that enter no total, as they stand, in the order of the table.
  /// - Throws: `TableError` at the first broken row, or where a column is missing.
  public func judgedTotals(
    threads: Int, leftOut: (([UInt8]) -> Void)? = nil
  ) throws(TableError) -> TableTotals {
    do throws(TableFault) {
      try layout.require(JudgedRows.columns)
      let takers = try reading.run(threads: threads) { JudgedRows(layout) }
      if let leftOut {
        _ = try reading.run(threads: 1) { LeftOutRows(of: layout, judged: nil, leftOut) }
      }
      return TableTotals(threads: takers.count) { takers.values[$0].totals }
    } catch {
      throw error.error(in: source)
    }
  }

  /// The totals of a table that is judged here: spans, parts, repeats, stocks and containment are decided for each
  /// month as `Aggregator` does, to the same totals.
  ///
  /// The month of a fact is that of the column `month`, else that of the date in its document's name, else `month`.
  ///
  /// - Parameters:
  ///   - threads: how many threads work.
  ///   - labels: which words of labels mean the same, and which are a stock.
  ///   - divisions: the codes of places, where the table has no column `code`.
  ///   - formerDivisions: divisions under former names, asked for when a place is none of `divisions`.
  ///   - month: the month of documents whose names have no date.
  ///   - leftOut: gets the rows that enter no total, with the reason as one more cell, in the order of the table.
  /// - Throws: `TableError` at the first broken row, or where a column is missing.
  public func decidedTotals(
    threads: Int, labels: LabelWords, divisions: [Division],
    formerDivisions: @escaping @Sendable () -> [Division] = { [] }, month: YearMonth? = nil,
    leftOut: (([UInt8]) -> Void)? = nil
  ) throws(TableError) -> TableTotals {
    do throws(TableFault) {
      try layout.require(RecordingRows.columns)
      let book = DivisionBook(divisions, former: formerDivisions)
      let takers = try reading.run(threads: threads) {
        RecordingRows(layout, divisions: book, fallback: month)
      }
      let decision = TableDecision(takers, labels: labels, threads: threads)
      let totals = decision.totals(keepsVerdicts: leftOut != nil)
      if let leftOut {
        _ = try reading.run(threads: 1) { LeftOutRows(of: layout, judged: decision, leftOut) }
      }
      return totals
    } catch {
      throw error.error(in: source)
    }
  }
}
