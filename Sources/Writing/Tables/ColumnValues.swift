import FactModel

extension Column {
  static let kinds = Kind.allCases.map(\.rawValue)
  static let spans = Span.allCases.map(\.rawValue)
  static let statuses = Status.allCases.map(\.rawValue)
  static let qualifiers = Qualifier.allCases.map(\.rawValue)
  static let verdicts = Verdict.allCases.map(\.rawValue)
  static let reasons = Exclusion.Reason.allCases.map(\.rawValue)
  static let causes = Doubt.Cause.allCases.map(\.rawValue)
  static let presences = Comparison.Presence.allCases.map(\.rawValue)

  static let document = Column(
    "document", "来源文件名，不带扩展名", "file name of the source without its ending", required: true)
  static let line = Column(
    "line", .integer, "所在行，从1起", "line of the file, from 1", unit: "line", required: true,
    minimum: 1)
}
