import FactModel

/// The months of a trend on a line: a month without a report keeps its room.
struct TimeAxis {
  let first: YearMonth
  let last: YearMonth
  let left: Int
  let width: Int

  /// The middle of a month's room.
  func x(_ month: YearMonth) -> Int {
    left + (2 * (month.index - first.index) + 1) * width / (2 * count)
  }

  var count: Int { last.index - first.index + 1 }

  /// The room of one month.
  var step: Int { width / count }

  /// The months by their numbers, with the year below the first of each.
  func labels(_ months: [YearMonth], y: Int, words: ReportWords) -> [Label] {
    var placer = LabelPlacer(left: 0, right: left + width + Canvas.margin)
    var years: Set<Int> = []
    for month in months.reversed() {
      placer.place(
        Label(
          text: words("\(month.month)月", String(EnglishNames.month(month.month).prefix(3))),
          x: x(month), y: y, size: Canvas.smallSize, style: "soft", anchor: .middle))
    }
    for month in months where years.insert(month.year).inserted {
      placer.place(
        Label(
          text: words("\(month.year)年", "\(month.year)"), x: x(month), y: y + 17,
          size: Canvas.smallSize, style: "soft", anchor: .middle))
    }
    return placer.placed
  }
}
