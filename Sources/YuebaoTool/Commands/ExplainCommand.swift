import CommandLineKit
import Languages
import Yuebao

/// `yuebao explain`: why a line is read as it is, or what a total is made of.
struct ExplainCommand: ToolCommand {
  static let declaration = Command(
    "explain",
    summary: Wording(
      en: "tell why the figures of a line are read as they are, or what a total is made of",
      zh: "说明一行里的数字为什么这样读，或一个合计由哪些数字加成"),
    discussion: [
      Wording(
        en:
          "Shows the sentence, every column, the words that gave it, and the rule; or why a numeral is no figure.",
        zh: "列出句子、每一栏、它依据的词和规则；不算数据的数字则说明缘由。"),
      Wording(
        en:
          "With a month, a quarter or a year, and a province, a programme and a kind, each of which may be "
          + "left out from the end: the figures that made the totals, and those left out, with reasons.",
        zh: "给出月份、季度或年，再给省份、项目、类别（可从后往前省略）：列出合计由哪些数字加成，哪些没有计入，为什么。"),
    ],
    operands: [
      Operand(
        "DOCUMENT:LINE", .one,
        help: Wording(
          en: "the place, for example 2407-ordos-fast-lane:3; or the month of a total",
          zh: "位置，例如 2407-ordos-fast-lane:3；或合计的月份")),
      Operand(
        "RAW", .optional,
        help: Wording(
          en:
            "the figure as printed, if only one is asked for; or province, programme and kind of a total",
          zh: "只问一个数字时，写原文里的样子；或合计的省份、项目、类别")),
      Operands.inputs,
    ],
    options: Reading.options,
    examples: [
      Command.Example(
        "explain 2407-ordos-fast-lane:3",
        Wording(en: "Every figure of the third line.", zh: "第三行的每个数字。")),
      Command.Example(
        "explain 2025-07 浙江省 hardship-aid funds",
        Wording(
          en: "What the money for hardship aid in Zhejiang is made of.",
          zh: "浙江省困难职工帮扶资金的合计由哪些数字加成。")),
    ])

  private let run: (Session) throws -> Console.Exit

  init(_ invocation: Invocation) throws(UsageError) {
    var operands = invocation.operands[...]
    if let range = operands.first.flatMap({ MonthRange($0) }) {
      run = try TotalQuestion(range, &operands, invocation).answer
    } else {
      run = try LineQuestion(&operands, invocation).answer
    }
  }

  func run(_ session: Session) throws -> Console.Exit { try run(session) }
}

/// Why the figures of a line are read as they are.
private struct LineQuestion {
  private let reading: Reading
  private let document: String
  private let line: Int
  private let raw: String?

  init(_ operands: inout ArraySlice<String>, _ invocation: Invocation) throws(UsageError) {
    let told = operands.removeFirst()
    let place = told.split(separator: ":").map(String.init)
    guard place.count == 2, let line = Int(place[1]) else {
      throw UsageError(
        Wording(
          en:
            "explain needs a document and a line, DOCUMENT:LINE, for example \(place.first ?? told):3",
          zh: "explain 需要文件名和行号，文件名:行号，例如 \(place.first ?? told):3"),
        helpPath: ["explain"])
    }
    document = place[0]
    self.line = line
    if let next = operands.first, !InputFinder.exists(next) {
      raw = next
      operands.removeFirst()
    } else {
      raw = nil
    }
    reading = Reading(invocation, inputs: Array(operands))
  }

  func answer(_ session: Session) throws -> Console.Exit {
    let source = try page(among: try reading.sources())
    let loader = Loader(lexicon: try reading.lexicon())
    let explanations = try loader.explain(source, line: line).filter {
      raw == nil || $0.raw == raw
    }
    if explanations.isEmpty {
      throw LoadingError(
        path: source.path, line: line,
        message: Wording(
          en: "no numeral" + (raw.map { " '\($0)'" } ?? "") + " stands on this line",
          zh: "这一行没有数字" + (raw.map { "“\($0)”" } ?? "")))
    }
    for explanation in explanations { try Console.print(text(of: explanation, session)) }
    return .done
  }

  /// The page of the document's name.
  ///
  /// - Throws: `LoadingError` where it is none of the inputs, or a sheet.
  private func page(among sources: [Source]) throws(LoadingError) -> Source {
    let named = sources.filter { $0.document == document }
    if let page = named.first(where: { $0.form == .page }) { return page }
    if let sheet = named.first {
      throw LoadingError(
        path: sheet.path, line: line,
        message: Wording(
          en: "this is a sheet, whose row says all that is known; explain is for pages",
          zh: "这是数据表，依据就是这一行本身；explain 只用于版面"))
    }
    let inputs = reading.inputs.joined(separator: ", ")
    let near = Suggestion.nearest(to: document, among: sources.map(\.document))
    throw LoadingError(
      path: document, line: 0,
      message: near.map {
        Wording(
          en: "there is no page of that name; did you mean '\($0)'?", zh: "没有叫这个名字的版面；是不是“\($0)”？")
      }
        ?? Wording(
          en: "no page of that name is among the inputs (\(inputs))", zh: "输入（\(inputs)）里没有叫这个名字的版面"
        ))
  }

  private func text(of explanation: Explanation, _ session: Session) -> String {
    var lines = [explanation.sentence]
    if let fact = explanation.fact {
      let cells = zip(FactsCSV.header, FactsCSV.texts(of: fact)).dropFirst(3).filter {
        !$0.1.isEmpty
      }
      lines += cells.map { "  \($0.0): \($0.1)" }
      lines.append("  confidence: \(fact.confidence)")
    } else {
      lines.append("  " + session.text(Wording(en: "no figure", zh: "不是数据")))
    }
    let rule = Wording(en: "  rule: ", zh: "  规则：") + Wording(verbatim: explanation.rule)
    lines.append(session.text(rule))
    lines += explanation.evidence.map { column, words in
      session.text(Wording(en: "  because, \(column): ", zh: "  依据 \(column)：") + words)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
