import CommandLineKit
import Languages
import Platform
import Yuebao

/// What the commands that read inputs have in common: the inputs, the vocabulary, the corrections, the doubts.
struct Reading {
  let inputs: [String]
  private let date: CalendarDate?
  private let encoding: TextEncoding?
  private let lexiconFolder: String?
  private let correctionsFile: String?
  let isStrict: Bool
  /// How many threads work.
  let threads: Int

  static let options = [
    Options.date.option, Options.encoding.option, Options.lexicon.option,
    Options.corrections.option, Options.strict.option, Options.threads.option,
  ]

  init(_ invocation: Invocation, inputs: [String]) {
    self.inputs = invocation.words(inputs, for: Operands.inputs)
    date = invocation[Options.date]
    encoding = invocation[Options.encoding]
    lexiconFolder = invocation[Options.lexicon]
    correctionsFile = invocation[Options.corrections]
    isStrict = invocation[Options.strict]
    threads = Options.threads(of: invocation)
  }

  func lexicon() throws -> Lexicon { try LexiconFolder(path: lexiconFolder).lexicon() }

  /// What the inputs name, with what cannot be used of it.
  func find() -> InputFinder.Found { InputFinder(date: date, encoding: encoding).find(inputs) }

  /// The sources of the inputs.
  ///
  /// - Parameter session: told of the files that were passed over; `nil` where they do not matter.
  /// - Throws: `LoadingError`, if an input cannot be used.
  func sources(_ session: Session? = nil) throws(LoadingError) -> [Source] {
    let found = find()
    if let fault = found.faults.first { throw fault }
    if let session { Reading.tell(found, session) }
    return found.sources
  }

  /// What the inputs name, and the vocabulary, which is made meanwhile; pages are only looked at and not read yet.
  ///
  /// - Throws: `LoadingError`, if an input cannot be used, and then what is wrong with the vocabulary.
  func foundWithLexicon(_ session: Session) throws -> (InputFinder.Found, Lexicon) {
    let system = Disk.system
    let finder = InputFinder(date: date, encoding: encoding, readsPages: false)
    let (found, lexicon) = both(threads: threads) {
      Disk.$system.withValue(system) { finder.find(inputs) }
    } _: {
      Disk.$system.withValue(system) { Result { try self.lexicon() } }
    }
    if let fault = found.faults.first { throw fault }
    Reading.tell(found, session)
    return (found, try lexicon.get())
  }

  /// Whether editors have corrected something.
  func hasCorrections() throws(LoadingError) -> Bool {
    try !CorrectionFiles.all(correctionsFile, beside: inputs).isEmpty
  }

  /// Reads inputs one after the other, on several threads, without keeping more than a few of them.
  ///
  /// - Parameters:
  ///   - details: what the results hold.
  ///   - make: what is kept of a document; called on several threads at a time.
  ///   - take: takes it, in the order of the documents.
  func read<Part: Sendable>(
    _ found: InputFinder.Found, _ lexicon: Lexicon, _ session: Session,
    details: Loader.Details = .all, make: @escaping @Sendable (LoadResult) -> Part,
    take: (Part) throws(DiskError) -> Void
  ) throws {
    let order = found.sources.indices.sorted {
      Loader.precedes(found.sources[$0], found.sources[$1])
    }
    var progress = Progress(Wording(en: "reading", zh: "正在读"), total: order.count, session)
    defer { progress.finish() }
    let loader = Loader(lexicon: lexicon, details: details)
    let system = Disk.system
    try OrderedWork.run(
      order.count, threads: threads,
      work: { place throws(any Error) in
        try Disk.$system.withValue(system) { make(try loader.read(try found.load(order[place]))) }
      },
      take: { part throws(any Error) in
        do throws(DiskError) { try take(part) } catch { throw OutputError(error) }
        progress.step()
      })
  }

  /// Tells what else was found: files of unknown kind, and documents of the same name.
  static func tell(_ found: InputFinder.Found, _ session: Session) {
    for paths in found.namesakes {
      let names = paths.joined(separator: ", ")
      session.warn(
        Wording(
          en:
            "documents of the same name, which corrections and explain cannot tell apart: \(names)",
          zh: "文件名相同，更正和 explain 分不清：\(names)"))
    }
    let paths = found.passedOver
    guard !paths.isEmpty else { return }
    let names = paths.prefix(mostNames).joined(separator: ", ")
    let rest = paths.count > mostNames ? ", …" : ""
    session.warn(
      Wording(
        en: "not read, of unknown kind (\(paths.count)): \(names)\(rest)",
        zh: "种类不认识、没有读的文件（\(paths.count) 个）：\(names)\(rest)"))
  }

  /// What the sources say, with the editors' corrections.
  func load(_ sources: [Source], _ lexicon: Lexicon, _ session: Session) throws(LoadingError)
    -> LoadResult
  {
    var progress = Progress(Wording(en: "reading", zh: "正在读"), total: sources.count, session)
    defer { progress.finish() }
    var result = try Loader(lexicon: lexicon).load(sources, threads: threads) { progress.step() }
    for corrections in try CorrectionFiles.all(correctionsFile, beside: inputs) {
      corrections.apply(to: &result, lexicon: lexicon)
    }
    return result
  }

  /// What the sources say, by month, with the rows of sheets and corrections that could not be used, and whether there
  /// are doubts at all.
  func aggregate(_ sources: [Source], _ lexicon: Lexicon, _ session: Session) throws(LoadingError)
    -> (aggregate: PartialAggregate, rows: [Doubt], isDoubtful: Bool)
  {
    // Corrections want to see everything at once.
    if try hasCorrections() {
      let result = try load(sources, lexicon, session)
      let rows = result.doubts.filter { $0.isRow }
      return (PartialAggregate(result), rows, !result.doubts.isEmpty)
    }
    var progress = Progress(Wording(en: "reading", zh: "正在读"), total: sources.count, session)
    defer { progress.finish() }
    var aggregate = PartialAggregate()
    var rows: [Doubt] = []
    var isDoubtful = false
    try Loader(lexicon: lexicon).read(sources, threads: threads) { result in
      aggregate.merge(result)
      rows += result.doubts.lazy.filter { $0.isRow }
      isDoubtful = isDoubtful || !result.doubts.isEmpty
      progress.step()
    }
    return (aggregate, rows, isDoubtful)
  }

  private static let mostRows = 10
  private static let mostNames = 3

  /// Tells, with their places, the rows of sheets and corrections that could not be used.
  ///
  /// - Parameter most: how many; the others are counted.
  static func tellRows(
    _ doubts: [Doubt], _ sources: [Source], _ session: Session, most: Int = mostRows
  ) {
    let paths = Dictionary(
      sources.map { ($0.document, $0.path) }, uniquingKeysWith: { first, _ in first })
    let rows = doubts.filter { $0.isRow }
    for row in rows.prefix(most) {
      let path = paths[row.document] ?? row.document
      session.warn(
        row.message.at(path, row.line, row.column, .warning),
        at: row.cause == .row ? Excerpt(path: path, line: row.line, column: row.column) : nil)
    }
    let rest = rows.count - most
    if rest > 0 {
      session.warn(
        Wording(
          en: "… \(rest) more rows; 'yuebao check' lists them all",
          zh: "……另有 \(rest) 行；yuebao check 全部列出"))
    }
  }
}

extension Doubt {
  /// Whether it is about a row of a table, not about the reading of a page.
  var isRow: Bool { cause == .row || cause == .correction }
}
