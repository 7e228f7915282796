import CommandLineKit
import Languages
import Yuebao

/// `yuebao check`: what would be read, and what is wrong with it; nothing is written.
struct CheckCommand: ToolCommand {
  static let declaration = Command(
    "check",
    summary: Wording(
      en: "tell what would be read and what is wrong; write nothing", zh: "说明会读哪些文件、哪里有问题；不写任何文件"),
    operands: [Operands.inputs],
    options: Reading.options,
    examples: [
      Command.Example(
        "check pages/", Wording(en: "Before a report: dates, rows, doubts.", zh: "写月报前看日期、数据行和疑点。"))
    ])

  private let reading: Reading

  init(_ invocation: Invocation) {
    reading = Reading(invocation, inputs: invocation.operands)
  }

  func run(_ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    let found = reading.find()
    Reading.tell(found, session)
    var faults = found.faults
    var readable: [Source] = []
    let loader = Loader(lexicon: lexicon)
    for source in found.sources {
      do {
        _ = try loader.read(source)
        readable.append(source)
      } catch {
        faults.append(error)
      }
    }
    let result = try reading.load(readable, lexicon, session)
    try sayTable(readable, result, session)
    warnOfSilence(readable, result, session)
    try sayDoubts(result.doubts.filter { !$0.isRow }, readable, session)
    for fault in faults { session.fail(fault) }
    Reading.tellRows(result.doubts, readable, session, most: .max)
    try session.say(closing(readable.count, faults.count, result))
    if !faults.isEmpty { return .unusableInput }
    return reading.isStrict && !result.doubts.isEmpty ? .doubts : .done
  }

  private func sayTable(_ sources: [Source], _ result: LoadResult, _ session: Session)
    throws(OutputError)
  {
    guard !sources.isEmpty else { return }
    let facts = Dictionary(grouping: result.facts, by: \.provenance.document).mapValues(\.count)
    let excluded = Dictionary(grouping: result.exclusions, by: \.document).mapValues(\.count)
    let doubts = Dictionary(grouping: result.doubts, by: \.document).mapValues(\.count)
    let header = [
      Wording(en: "input", zh: "文件"), Wording(en: "date", zh: "日期"),
      Wording(en: "kind", zh: "种类"), Wording(en: "facts", zh: "数据"),
      Wording(en: "excluded", zh: "排除"), Wording(en: "doubts", zh: "疑点"),
    ]
    let rows = sources.map { source in
      let name = source.document
      return [
        source.path, source.date?.description ?? "—", session.text(CheckCommand.kind(source)),
        "\(facts[name] ?? 0)", "\(excluded[name] ?? 0)", "\(doubts[name] ?? 0)",
      ]
    }
    let table = TextTable(header: header.map(session.text), rows: rows, numbers: [3, 4, 5])
    for line in table.lines(session.outputStyle) { try session.say(line) }
  }

  /// Tells the inputs in which no numeral was found: empty, or not what they seem.
  private func warnOfSilence(_ sources: [Source], _ result: LoadResult, _ session: Session) {
    let speaking = Set(result.facts.map(\.provenance.document) + result.exclusions.map(\.document))
    for source in sources where !speaking.contains(source.document) {
      let message = Wording(en: "there is no numeral in it", zh: "里面没有数字")
      session.warn(message.at(source.path, 0, 0, .warning))
    }
  }

  private static func kind(_ source: Source) -> Wording {
    source.form == .page
      ? Wording(en: "page", zh: "版面") : Wording(en: "sheet", zh: "数据表")
  }

  private func sayDoubts(_ doubts: [Doubt], _ sources: [Source], _ session: Session)
    throws(OutputError)
  {
    guard !doubts.isEmpty else { return }
    let paths = Dictionary(
      sources.map { ($0.document, $0.path) }, uniquingKeysWith: { first, _ in first })
    try session.say("")
    for doubt in doubts {
      let readings = [doubt.chosen, doubt.other].filter { !$0.isEmpty }.joined(separator: " / ")
      let place = "\(paths[doubt.document] ?? doubt.document):\(doubt.line): \(doubt.raw)  "
      try session.say(
        place + session.text(doubt.message) + (readings.isEmpty ? "" : "  [\(readings)]"))
    }
  }

  private func closing(_ sources: Int, _ faults: Int, _ result: LoadResult) -> Wording {
    Wording(
      en: "inputs that can be read: \(sources), that cannot: \(faults); "
        + "facts: \(result.facts.count), excluded numerals: \(result.exclusions.count), "
        + "doubts: \(result.doubts.count)",
      zh: "能读 \(sources) 个输入，不能读 \(faults) 个；数据 \(result.facts.count) 个，"
        + "排除的数字 \(result.exclusions.count) 个，疑点 \(result.doubts.count) 处")
  }
}
