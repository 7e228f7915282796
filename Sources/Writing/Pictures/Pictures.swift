import FactModel

/// The pictures of a month: for each kind a tile map of the provinces, ranked bars with bounds, a
/// trend over the months, and small multiples per programme.
///
/// A picture is drawn where it shows more than a sentence would: a map of three provinces or more,
/// two bars, two months. Every number of it stands in a table of its month.
struct Pictures {
  let report: Report
  /// The reports up to this month that a trend shows, the earliest first.
  let months: [Report]
  let words: ReportWords
  /// What is drawn of each kind: the pictures are stored, and the digest shows them too.
  private var drawn: [Kind: (levels: [Picture], trends: [Picture])] = [:]

  /// How many months a trend goes back.
  static let window = 24
  static let leastProvinces = 3

  /// - Parameter reports: the reports of other months that there are; later ones are passed over.
  init(of report: Report, among reports: [Report], words: ReportWords) {
    self.report = report
    self.words = words
    let earlier = reports.filter { other in
      other.month < report.month
        && report.month.index - other.month.index < Pictures.window
    }
    months = earlier.sorted { $0.month < $1.month } + [report]
    for kind in Kind.allCases { drawn[kind] = (drawLevels(of: kind), drawTrends(of: kind)) }
  }

  /// All pictures, kind by kind.
  var all: [Picture] { Kind.allCases.sorted().flatMap { levels(of: $0) + trends(of: $0) } }

  /// What a kind looks like this month.
  func levels(of kind: Kind) -> [Picture] { drawn[kind]?.levels ?? [] }

  /// How a kind went over the months.
  func trends(of kind: Kind) -> [Picture] { drawn[kind]?.trends ?? [] }

  private func drawLevels(of kind: Kind) -> [Picture] {
    [map(of: kind), bars(of: kind)].compactMap { $0 }
  }

  private func drawTrends(of kind: Kind) -> [Picture] {
    if kind == .rates || kind == .counts { return [] }
    return [trend(of: kind), multiples(of: kind)].compactMap { $0 }
  }
}

/// Words that several pictures use.
extension Pictures {
  /// 逾1.2亿: short, with the hedge that the bounds give it; rates are 98.3%.
  func short(_ value: Measured, _ slice: Slice) -> String {
    if slice.kind == .rates { return words.short(value.amount) + "%" }
    let sign = words(NumberText.sign(value.hedge), Pictures.sign(value.hedge))
    return sign + words.short(value.amount, value.hedge)
  }

  /// The signs of hedges where there is no room for English words.
  private static func sign(_ hedge: Hedge) -> String {
    switch hedge {
    case .exact: ""
    case .over: ">"
    case .nearly: "<"
    case .about: "~"
    }
  }

  /// The whole number with unit and hedge.
  func whole(_ value: Measured, _ slice: Slice) -> String {
    slice.kind == .rates
      ? words.amount(value.amount, slice.unit)
      : words.total(value.amount, low: value.low, high: value.high, unit: slice.unit)
  }

  /// The length of time and the unit: 当月，单位：元。
  func measure(of slice: Slice) -> String {
    let time = words.time(slice.span, slice.rhythm)
    let unit = words.unit(slice.unit)
    return words(
      "\(time)，单位：\(unit)。", time.prefix(1).uppercased() + time.dropFirst() + ", in \(unit). ")
  }

  func file(of slice: Slice) -> String {
    slice.kind == .counts ? "summary.csv" : slice.kind.rawValue + ".csv"
  }

  /// Where the exact figures stand, and what the signs in front of the drawn ones mean.
  func note(of slice: Slice, _ values: [Measured]) -> String {
    let file = file(of: slice)
    let isHedged = slice.kind != .rates && values.contains { $0.low != $0.high }
    let signs =
      isHedged
      ? words("逾：上不封顶；近：不会更多；约：上下都有余地。", "> open at the top, < at most, ~ open both ways. ") : ""
    return signs
      + words("图中的数最多取四位，原数见 \(file)。", "Numbers have four digits at most; exact figures: \(file).")
  }

  /// Many groups told in words, the greatest first.
  func told(_ items: [(name: String, value: Measured)], _ slice: Slice) -> String {
    let shown = items.prefix(Digest.limit).map {
      words("\($0.name)", "\($0.name) ") + whole($0.value, slice)
    }
    let rest = items.count - shown.count
    let more = rest > 0 ? words("；另有\(rest)个", "; and \(rest) more") : ""
    return shown.joined(separator: words("；", "; ")) + more + words("。", ".")
  }
}
