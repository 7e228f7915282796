import Dispatch
import Languages

/// What is done with the rows of a table; each thread has one of its own.
protocol RowTaker: ~Copyable, SendableMetatype {
  /// The rows that follow are of this block, by its number from 0.
  mutating func begin(block: Int)
  /// Takes a row, whose cells the scanner holds.
  mutating func take(_ row: Row) throws(TableFault)
  /// The block is done.
  mutating func end(block: Int)
}

extension RowTaker where Self: ~Copyable {
  mutating func begin(block: Int) {}
  mutating func end(block: Int) {}
}

/// A row of a table in a window.
struct Row {
  let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  let ends: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// Where the row begins in the window, and where the next one does.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the row begins in the file.
  let offset: Int

  @inline(__always) func start(_ column: Int) -> UnsafePointer<UInt8> { starts[column] }
  @inline(__always) func end(_ column: Int) -> UnsafePointer<UInt8> { ends[column] }
  @inline(__always) func isEmpty(_ column: Int) -> Bool { starts[column] == ends[column] }

  func text(_ column: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(start: start(column), count: end(column) - start(column)),
      as: UTF8.self)
  }

  /// What is wrong with a cell.
  func fault(_ column: Int, _ message: Wording) -> TableFault {
    let base = bytes.baseAddress ?? UnsafePointer(starts[0])
    let distance = start(column) - base
    // A cell whose quotes were doubled lies elsewhere: then the row is told.
    let isHere = distance >= 0 && distance <= bytes.count
    return TableFault(offset: offset + (isHere ? distance : 0), message: message)
  }
}

/// Reads the rows of a table on several threads.
///
/// The file is cut into blocks of one size. A block's rows are those that begin in it; its thread looks for the first
/// line end and takes what follows for a row. That is wrong where the cut lies in a quoted cell with line breaks; but
/// the rows of the block before then end somewhere else. So the ends and the beginnings are compared, from the first
/// block on, and where two differ, or a row is broken, everything is read once more by one thread from the front,
/// which is always right and finds the first broken row.
struct TableReading {
  let source: TableSource
  let layout: TableLayout
  /// Bytes of a block.
  var blockSize = 1 << 20

  /// Longer rows are a quote that nobody closed.
  private static let longestRow = 1 << 26

  var blocks: Int { max(0, (source.size - layout.body + blockSize - 1) / blockSize) }

  /// Hands every row to a taker of its thread; `make` makes one for each.
  ///
  /// - Returns: the takers, which by and by have got all rows, each once.
  func run<Taker: RowTaker & ~Copyable>(
    threads: Int, _ make: () -> Taker
  ) throws(TableFault) -> Takers<Taker> {
    if threads > 1, blocks > 1, let takers = runSideBySide(min(threads, blocks), make) {
      return takers
    }
    let takers = Takers(1, make)
    var reader = BlockReader(self)
    var end = layout.body
    for block in 0..<blocks {
      takers.values[0].begin(block: block)
      end = try reader.read(block, from: end, into: &takers.values[0]).upperBound
      takers.values[0].end(block: block)
    }
    return takers
  }

  /// `nil` where the blocks do not fit together or a row is broken.
  private func runSideBySide<Taker: RowTaker & ~Copyable>(
    _ threads: Int, _ make: () -> Taker
  ) -> Takers<Taker>? {
    let takers = Takers(threads, make)
    let shares = BlockShares(blocks: blocks, threads: threads)
    let spans = Slots(blocks, 0..<0)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var reader = BlockReader(self)
      // Each thread changes its own alone, by a pointer to it: the thread sanitizer takes the list for one variable.
      let own = takers.values + thread
      while let block = shares.next(for: thread) {
        do throws(TableFault) {
          own.pointee.begin(block: block)
          (spans.values + block).pointee = try reader.read(
            block, from: block == 0 ? layout.body : nil, into: &own.pointee)
          own.pointee.end(block: block)
        } catch {
          shares.stop()
        }
      }
    }
    if shares.wasStopped { return nil }
    for block in 1..<blocks
    where spans.values[block].lowerBound != spans.values[block - 1].upperBound {
      return nil
    }
    return takers
  }

  /// One thread's window and scanner.
  private struct BlockReader: ~Copyable {
    private let reading: TableReading
    private var window: Window
    private var scanner = RowScanner()

    init(_ reading: TableReading) {
      self.reading = reading
      window = Window(size: reading.blockSize + (1 << 16))
      scanner.reserve(window: window.size)
    }

    /// Reads the rows that begin in a block.
    ///
    /// - Parameter from: where the first one begins, if that is known.
    /// - Returns: where the first one begins and the last one ends.
    mutating func read<Taker: RowTaker & ~Copyable>(
      _ block: Int, from known: Int?, into taker: inout Taker
    ) throws(TableFault) -> Range<Int> {
      let low = reading.layout.body + block * reading.blockSize
      let high = min(low + reading.blockSize, reading.source.size)
      let start: Int
      if let known {
        start = known
        if start >= high { return start..<start }
        try window.fill(from: start, of: reading.source)
      } else {
        start = try firstRow(behind: low - 1)
        if start >= high { return start..<start }
      }
      var row = UnsafePointer(window.base) + (start - window.start)
      while window.offset(of: row) < high {
        // Empty lines are no rows.
        if row.pointee == Sign.newline || row.pointee == Sign.carriageReturn {
          row += 1
          if row >= window.limit, !window.isLast {
            row = try moved(to: window.offset(of: row))
          }
          continue
        }
        switch scanner.scan(row, limit: window.limit) {
        case .row(let next):
          try take(row, next, &taker)
          row = next
        case .incomplete(let cell):
          row = try moved(row, cell)
        case .textAfterQuote(let place):
          throw TableFault(offset: window.offset(of: place), message: .textAfterQuote)
        case .tooManyCells(let place):
          throw TableFault(
            offset: window.offset(of: place),
            message: Wording(
              en: "the row has more than \(RowScanner.mostCells) cells",
              zh: "这一行超过 \(RowScanner.mostCells) 格"))
        }
      }
      return start..<min(window.offset(of: row), reading.source.size)
    }

    @inline(__always)
    private mutating func take<Taker: RowTaker & ~Copyable>(
      _ row: UnsafePointer<UInt8>, _ next: UnsafePointer<UInt8>, _ taker: inout Taker
    ) throws(TableFault) {
      if scanner.count != reading.layout.count {
        throw TableFault(
          offset: window.offset(of: row),
          message: Wording(
            en: "\(scanner.count) cells where the header has \(reading.layout.count)",
            zh: "这一行有 \(scanner.count) 格，表头有 \(reading.layout.count) 格"))
      }
      try taker.take(
        Row(
          starts: scanner.starts, ends: scanner.ends,
          bytes: UnsafeBufferPointer(start: row, count: next - row), offset: window.offset(of: row))
      )
    }

    /// The beginning of the line behind the first line end from a place on; the window then begins at that place.
    private mutating func firstRow(behind place: Int) throws(TableFault) -> Int {
      try window.fill(from: place, of: reading.source)
      var from = 0
      while true {
        let bytes = UnsafeBufferPointer(start: window.base + from, count: window.count - from)
        if let found = bytes.firstIndex(of: Sign.newline) { return place + from + found + 1 }
        if window.isLast { return reading.source.size }
        from = window.count
        try enlarge(from: place)
      }
    }

    /// The row at the beginning of a window that holds more of it.
    private mutating func moved(
      _ row: UnsafePointer<UInt8>, _ cell: UnsafePointer<UInt8>
    ) throws(TableFault) -> UnsafePointer<UInt8> {
      let start = window.offset(of: row)
      if window.isLast || window.count > TableReading.longestRow {
        throw TableFault(offset: window.offset(of: cell), message: .unclosedQuote)
      }
      if start == window.start {
        try enlarge(from: start)
        return UnsafePointer(window.base)
      }
      return try moved(to: start)
    }

    private mutating func moved(to start: Int) throws(TableFault) -> UnsafePointer<UInt8> {
      try window.fill(from: start, of: reading.source)
      return UnsafePointer(window.base)
    }

    private mutating func enlarge(from start: Int) throws(TableFault) {
      window.grow()
      scanner.reserve(window: window.size)
      try window.fill(from: start, of: reading.source)
    }
  }
}

/// The takers of all threads, in one piece of memory, so that each thread changes its own in place.
struct Takers<Taker: RowTaker & ~Copyable>: ~Copyable, @unchecked Sendable {
  let count: Int
  let values: UnsafeMutablePointer<Taker>

  init(_ count: Int, _ make: () -> Taker) {
    self.count = count
    values = .allocate(capacity: count)
    for place in 0..<count { (values + place).initialize(to: make()) }
  }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }
}

extension Wording {
  static let textAfterQuote = Wording(
    en: "text follows a closing quote; double the quote inside a cell (\"\")",
    zh: "引号结束后还有文字；单元格里的引号要写两个（\"\"）")
  static let unclosedQuote = Wording(
    en: "the quoted cell that begins here never ends; close it with \"",
    zh: "从这里开始的引号没有结束，请补上 \"")
}
