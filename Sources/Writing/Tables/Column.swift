import FactModel

/// A column of a table, with what a machine and a reader need to know of it.
public struct Column: Hashable, Sendable {
  /// What a cell holds, by the names of the Table Schema specification.
  public enum DataType: String, Sendable {
    case string, integer, number, yearmonth
  }

  /// The name in the header.
  public let name: String
  /// What its cells hold.
  public let type: DataType
  /// What the column is, in Chinese.
  public let chinese: String
  /// What the column is, in English.
  public let english: String
  /// The unit of numbers: `percent`, `line`, or `column:unit` where the row's column `unit` tells.
  public let unit: String?
  /// Whether no cell is ever empty.
  public let isRequired: Bool
  /// The only values that occur; empty where any may.
  public let values: [String]
  /// The least number that may occur.
  public let minimum: Int?
  /// The greatest number that may occur.
  public let maximum: Int?

  init(
    _ name: String, _ type: DataType, _ chinese: String, _ english: String,
    unit: String? = nil, required: Bool = false, values: [String] = [], minimum: Int? = nil,
    maximum: Int? = nil
  ) {
    self.name = name
    self.type = type
    self.chinese = chinese
    self.english = english
    self.unit = unit
    isRequired = required
    self.values = values
    self.minimum = minimum
    self.maximum = maximum
  }

  init(
    _ name: String, _ chinese: String, _ english: String, required: Bool = false,
    values: [String] = []
  ) {
    self.init(name, .string, chinese, english, required: required, values: values)
  }

  /// A number of things, never below 0.
  static func count(
    _ name: String, _ chinese: String, _ english: String, unit: String, required: Bool = false
  ) -> Column {
    Column(name, .integer, chinese, english, unit: unit, required: required, minimum: 0)
  }

  /// The columns of a total: how many facts, their sum, and its bounds.
  static let totals: [Column] = [
    .count("facts", "数字个数", "number of facts in the group", unit: "fact", required: true),
    .amount("total", "合计；比率为空", "sum of the values; empty for rates"),
    .amount("low", "合计的下限", "the least that the printed figures allow"),
    .amount(
      "high", "合计的上限；空为上不封顶",
      "the most that the printed figures allow; empty where the top is open"),
  ]
  static let least = amount("min", "最小值", "least value")
  static let greatest = amount("max", "最大值", "greatest value")

  /// An amount in the unit that the row's column `unit` tells.
  static func amount(
    _ name: String, _ chinese: String, _ english: String, required: Bool = false
  ) -> Column {
    Column(name, .number, chinese, english, unit: "column:unit", required: required)
  }

  static func percent(_ name: String, _ chinese: String, _ english: String) -> Column {
    Column(name, .number, chinese, english, unit: "percent")
  }
}

extension Column {
  /// The months of a report and what a group of figures has in common; summaries and comparisons begin
  /// with it. Reports of several months have the first month and the last.
  static func key(of range: MonthRange) -> [Column] {
    let months =
      range.isMonth
      ? month("", "报告", "of the report")
      : month("from_", "报告起始的", "with which the report begins")
        + month("to_", "报告结束的", "with which the report ends")
    return months + group
  }

  private static func month(_ prefix: String, _ chinese: String, _ english: String) -> [Column] {
    [
      Column(
        prefix + "year", .integer, chinese + "年份", "year " + english, required: true, minimum: 1),
      Column(
        prefix + "month", .integer, chinese + "月份", "month " + english, required: true, minimum: 1,
        maximum: 12),
    ]
  }

  private static let group: [Column] = [
    Column("province", "省级行政区全称", "province, full official name", required: true),
    Column(
      "code", .integer, "省级行政区代码，GB/T 2260", "code of the province, GB/T 2260", required: true,
      minimum: 100_000, maximum: 999_999),
    Column("program", "工会工作项目编号", "id of the programme", required: true),
    kind, unit, span,
  ]

  static let kind = Column(
    "kind", "数字类别：资金、人员、站点、比率、件数",
    "what is measured: money, people, sites, a share, or other things counted", required: true,
    values: kinds)
  static let unit = Column(
    "unit", "单位：CNY、person、person-time、site、percent，或中文量词",
    "CNY or another currency, person, person-time, site, percent, or a Chinese measure word",
    required: true)
  static let span = Column(
    "span", "时段：当月、当年、累计、周期性；不同时段不相加",
    "length of time: inside the month, inside one year, longer, recurring; spans never add",
    required: true, values: spans)
}
