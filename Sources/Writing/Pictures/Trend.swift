import FactModel

/// The total of a kind over the months, with what was read below it.
extension Pictures {
  private static let trendHeight = 220

  /// A month of a trend.
  struct Moment {
    let month: YearMonth
    let value: Measured
  }

  /// `nil` where there are not two months to compare.
  func trend(of kind: Kind) -> Picture? {
    guard let slice = trendSlice(of: kind) else { return nil }
    let moments = moments(of: slice)
    guard moments.count > 1, moments.last?.month == report.month else { return nil }
    let what = slice.program.map { words("：\(words.program($0))", ", \(words.program($0))") } ?? ""
    let title = words(
      "\(words.kind(kind))逐月合计\(what)", "\(words.kind(kind)) month by month\(what)")
    let canvas = Canvas(
      name: kind.rawValue + "-trend", title: title,
      subtitle: measure(of: slice)
        + words(
          "各省相加；醒目的是本月；竖线为上下限，箭头为上不封顶；空着的月份没有数字。",
          "Provinces added; strong: this month; lines show the bounds, an arrow an open top; a month without a column has no figure."
        ),
      notes: [
        words(
          "下排为各月读出的数字个数：读得多，合计就大，不等于做得多。",
          "Below: facts read for each month. More pages read means larger totals, not more work done."
        ),
        note(of: slice, moments.map(\.value)),
      ],
      description: told(moments.map { (words.month($0.month), $0.value) }, slice),
      language: words.language)
    return Picture(
      name: canvas.name, title: title, description: canvas.description,
      drawing: drawing(of: moments, slice, on: canvas))
  }

  /// All programmes together; of persons, the programme that most of them are in.
  private func trendSlice(of kind: Kind) -> Slice? {
    guard let slice = Slice.fullest(of: kind, in: report) else { return nil }
    if slice.addsPrograms { return slice }
    let groups = slice.groups(of: report)
    guard let top = groups.max(by: { ($0.shown ?? .zero) < ($1.shown ?? .zero) }) else {
      return nil
    }
    return Slice(top, isOfProgram: true)
  }

  /// The months that have figures of the slice.
  func moments(of slice: Slice) -> [Moment] {
    months.compactMap { report in
      let groups = slice.groups(of: report)
      if groups.isEmpty { return nil }
      return Measured.sum(groups.map(\.measured)).map { Moment(month: report.month, value: $0) }
    }
  }

  private func drawing(of moments: [Moment], _ slice: Slice, on canvas: Canvas) -> SVGElement {
    let most = moments.map { max($0.value.amount, $0.value.high ?? .zero) }.max() ?? .zero
    let scale = Scale(maximum: most, length: Pictures.trendHeight)
    let ticks = scale.ticks(atMost: 4)
    let room = ticks.map { Label.width(of: words.short($0), size: Canvas.smallSize) }.max() ?? 0
    let left = Canvas.margin + room + 10
    let bottom = canvas.top + 24 + Pictures.trendHeight
    let axis = TimeAxis(
      first: months.first?.month ?? report.month, last: report.month, left: left,
      width: Canvas.width - Canvas.margin - left)
    let lines = ticks.flatMap { tick -> [SVGElement] in
      let y = bottom - scale.pixels(tick)
      return [
        .line(left, y, left + axis.width, y, tick == .zero ? "axis" : "grid"),
        .label(
          Label(
            text: words.short(tick), x: left - 8, y: y + 4, size: Canvas.smallSize, style: "soft",
            anchor: .end)),
      ]
    }
    let tops = moments.map { moment in
      let most = max(moment.value.amount, moment.value.high ?? .zero)
      return bottom - scale.pixels(most) - (moment.value.high == nil ? 18 : 7)
    }
    let below =
      axis.labels(months.map(\.month), y: bottom + 18, words: words)
      + coverage(axis, y: bottom + 56)
    return canvas.picture(
      lines + columns(moments, axis, scale, bottom: bottom)
        + (numbers(moments, slice, axis, tops) + below).map(SVGElement.label),
      bottom: bottom + 60)
  }

  /// A column for each month, this month's stronger, with the bounds of its total.
  private func columns(
    _ moments: [Moment], _ axis: TimeAxis, _ scale: Scale, bottom: Int
  ) -> [SVGElement] {
    let thick = max(8, min(40, axis.step - 8))
    return moments.flatMap { moment -> [SVGElement] in
      let x = axis.x(moment.month)
      let height = max(1, scale.pixels(moment.value.amount))
      let style = moment.month == report.month ? "bar" : "pale"
      return [.rect(x - thick / 2, bottom - height, thick, height, style)]
        + bounds(of: moment.value, scale, x: x, bottom: bottom)
    }
  }

  /// A line from the least to the most that the figures allow; an arrow where the top is open.
  private func bounds(of value: Measured, _ scale: Scale, x: Int, bottom: Int) -> [SVGElement] {
    guard let low = value.low, low != value.high else { return [] }
    let foot = bottom - scale.pixels(low)
    guard let high = value.high else {
      let top = bottom - scale.pixels(value.amount)
      return [
        .line(x, foot, x, top - 6, "range"),
        .shape([(x - 4, top - 6), (x, top - 13), (x + 4, top - 6)], "ink"),
      ]
    }
    let head = bottom - scale.pixels(high)
    return [
      .line(x, foot, x, head, "range"), .line(x - 4, foot, x + 4, foot, "range"),
      .line(x - 4, head, x + 4, head, "range"),
    ]
  }

  /// The numbers above the columns: of this month, of the greatest, and of others where there is room.
  private func numbers(
    _ moments: [Moment], _ slice: Slice, _ axis: TimeAxis, _ tops: [Int]
  ) -> [Label] {
    var placer = LabelPlacer(left: axis.left, right: Canvas.width - 8)
    let greatest = moments.indices.max { moments[$0].value.amount < moments[$1].value.amount }
    let order = [moments.count - 1] + [greatest].compactMap { $0 } + moments.indices.dropLast()
    var seen: Set<Int> = []
    for index in order where seen.insert(index).inserted {
      placer.place(
        Label(
          text: short(moments[index].value, slice), x: axis.x(moments[index].month), y: tops[index],
          size: Canvas.textSize, style: index == moments.count - 1 ? "ink strong halo" : "ink halo",
          anchor: .middle))
    }
    return placer.placed
  }

  private func coverage(_ axis: TimeAxis, y: Int) -> [Label] {
    var placer = LabelPlacer(left: 0, right: Canvas.width)
    placer.place(
      Label(
        text: words("数字", "facts"), x: Canvas.margin, y: y, size: Canvas.smallSize, style: "soft"))
    for report in months.reversed() {
      placer.place(
        Label(
          text: "\(report.coverage.facts)", x: axis.x(report.month), y: y, size: Canvas.smallSize,
          style: "soft", anchor: .middle))
    }
    return placer.placed
  }
}
