import CommandLineKit
import Languages
import Yuebao

/// What a total is made of: the figures that made it and those left out, with reasons.
struct TotalQuestion {
  private let range: MonthRange
  private let province: String
  private let program: String?
  private let kind: Kind?
  private let reading: Reading

  /// Takes the month, the province and, as far as they are given, the programme and the kind; what is left are inputs.
  init(
    _ range: MonthRange, _ operands: inout ArraySlice<String>, _ invocation: Invocation
  ) throws(UsageError) {
    self.range = range
    operands.removeFirst()
    func word() -> String? {
      guard let next = operands.first, !InputFinder.exists(next) else { return nil }
      return operands.popFirst()
    }
    guard let province = word() else {
      throw UsageError(
        Wording(
          en: "explain \(range) needs a province, for example 浙江省",
          zh: "explain \(range) 后面要写省份，例如 浙江省"), helpPath: ["explain"])
    }
    self.province = province
    program = word()
    let kind = word()
    self.kind = kind.flatMap { word in
      Kind.allCases.first { $0.rawValue == word || $0.title == word }
    }
    if let kind, self.kind == nil {
      let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        Wording(
          en: "'\(kind)' is no kind of figure; there are \(known)",
          zh: "没有“\(kind)”这一类；有的是 \(known)"),
        helpPath: ["explain"])
    }
    reading = Reading(invocation, inputs: Array(operands))
  }

  func answer(_ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    if let program, !lexicon.programs.contains(where: { $0.id == program || $0.name == program }) {
      throw fault(
        en: "'\(program)' is no programme; there are", zh: "没有项目“\(program)”；有的是",
        lexicon.programs.map(\.id))
    }
    let result = try reading.load(try reading.sources(session), lexicon, session)
    let aggregate = PartialAggregate(result)
    guard let report = try Aggregator(lexicon: lexicon).report(over: range, of: aggregate) else {
      throw fault(
        en: "no page and no row is of \(range); there are", zh: "没有 \(range) 的版面或数据；有的是",
        aggregate.months.map(\.description))
    }
    let traces = report.traces(province: province, program: program, kind: kind)
    if traces.isEmpty {
      throw fault(
        en: "\(range) has no such figure of '\(province)'; it has figures of",
        zh: "\(range) 没有“\(province)”的这类数字；有数字的是",
        Set(report.entries.map(\.key.province)).sorted().map(\.name))
    }
    let text = TotalTraceText(of: report)
    for trace in traces {
      try Console.print(text.lines(of: trace).joined(separator: "\n") + "\n")
    }
    return .done
  }

  private func fault(en: String, zh: String, _ known: [String]) -> LoadingError {
    LoadingError(
      path: reading.inputs.joined(separator: " "), line: 0,
      message: Wording(
        en: en + " " + known.joined(separator: ", "), zh: zh + known.joined(separator: "、")))
  }
}
