import FactModel

/// Bars of province and programme, the greatest first, with the bounds of each total.
extension Pictures {
  private static let row = 28
  private static let bar = 14
  private static let mostBars = 12

  /// `nil` where there are not two bars to compare.
  func bars(of kind: Kind) -> Picture? {
    guard let slice = Slice.fullest(of: kind, in: report) else { return nil }
    let groups = slice.groups(of: report).filter { ($0.shown ?? .zero) > .zero }
    if groups.count < 2 { return nil }
    let ranked = groups.enumerated().sorted { left, right in
      let (first, second) = (left.element.shown ?? .zero, right.element.shown ?? .zero)
      return first != second ? first > second : left.offset < right.offset
    }.compactMap { item in item.element.measured.map { (name: name(of: item.element), value: $0) } }
    return bars(ranked, of: slice)
  }

  private func name(of group: Total) -> String {
    words.province(group.key.province) + " · " + words.program(group.key.program)
  }

  private func bars(_ ranked: [(name: String, value: Measured)], of slice: Slice) -> Picture {
    let shown = Array(ranked.prefix(Pictures.mostBars))
    let kind = words.kind(slice.kind)
    let month = words.month(report.month)
    let title =
      slice.kind == .rates
      ? words("\(month)\(kind)，从高到低", "\(kind), from high to low, \(month)")
      : words("\(month)\(kind)，从多到少", "\(kind), from most to least, \(month)")
    let rest = ranked.count - shown.count
    let more =
      rest > 0
      ? words(
        "只画前\(shown.count)个，另有\(rest)个。", " The first \(shown.count); \(rest) more are not drawn.")
      : ""
    let canvas = Canvas(
      name: slice.kind.rawValue + "-bars", title: title,
      subtitle: measure(of: slice) + rangeRule(of: slice),
      notes: [note(of: slice, shown.map(\.value)) + more], description: told(ranked, slice),
      language: words.language)
    let layout = BarLayout(
      shown, width: Canvas.width, top: canvas.top + 12, short: { short($0, slice) })
    let drawn = shown.indices.flatMap { index -> [SVGElement] in
      let number = short(shown[index].value, slice)
      return bar(shown[index], number, layout, y: layout.top + index * Pictures.row)
    }
    let bottom = layout.top + shown.count * Pictures.row
    return Picture(
      name: canvas.name, title: title, description: canvas.description,
      drawing: canvas.picture(grid(layout, bottom: bottom) + drawn, bottom: bottom + 16))
  }

  private func rangeRule(of slice: Slice) -> String {
    slice.kind == .rates
      ? words("条形为中位数，横线从最小到最大。", "Bars are medians, lines go from least to greatest.")
      : words("横线为上下限，箭头为上不封顶。", "Lines show the bounds, an arrow an open top.")
  }

  /// Where things stand: names on the left, bars, numbers on the right.
  private struct BarLayout {
    let left: Int
    let top: Int
    let scale: Scale
    let nameRoom: Int

    init(
      _ items: [(name: String, value: Measured)], width: Int, top: Int, short: (Measured) -> String
    ) {
      let names = items.map { Label.width(of: $0.name, size: Canvas.textSize) }.max() ?? 0
      let numbers = items.map { Label.width(of: short($0.value), size: Canvas.textSize) }.max() ?? 0
      nameRoom = min(names, width * 2 / 5)
      left = Canvas.margin + nameRoom + 12
      self.top = top
      let most = items.map { max($0.value.amount, $0.value.high ?? .zero) }.max() ?? .zero
      scale = Scale(maximum: most, length: width - Canvas.margin - left - numbers - 24)
    }
  }

  private func bar(
    _ item: (name: String, value: Measured), _ number: String, _ layout: BarLayout, y: Int
  ) -> [SVGElement] {
    let value = item.value
    let end = layout.left + layout.scale.pixels(value.amount)
    let middle = y + Pictures.row / 2
    let base = middle + 5
    var elements: [SVGElement] = [
      .label(
        Label(
          text: Label.cut(item.name, to: layout.nameRoom, size: Canvas.textSize),
          x: layout.left - 10, y: base, size: Canvas.textSize, style: "ink", anchor: .end)),
      .rect(
        layout.left, middle - Pictures.bar / 2, max(1, end - layout.left), Pictures.bar, "bar"),
    ]
    elements += range(of: value, layout, middle)
    let reach = max(end, layout.left + layout.scale.pixels(value.high ?? value.amount))
    elements.append(
      .label(
        Label(
          text: number, x: reach + (value.high == nil ? 20 : 10), y: base,
          size: Canvas.textSize, style: "ink")))
    return elements
  }

  /// A line from the least to the most that the figures allow; nothing for exact ones.
  private func range(of value: Measured, _ layout: BarLayout, _ y: Int) -> [SVGElement] {
    guard let low = value.low else { return [] }
    let start = layout.left + layout.scale.pixels(low)
    guard let high = value.high else {
      let end = layout.left + layout.scale.pixels(value.amount)
      return [
        .line(start, y, end + 8, y, "range"),
        .shape([(end + 8, y - 4), (end + 15, y), (end + 8, y + 4)], "ink"),
      ]
    }
    if low == high { return [] }
    let end = layout.left + layout.scale.pixels(high)
    return [
      .line(start, y, end, y, "range"), .line(start, y - 4, start, y + 4, "range"),
      .line(end, y - 4, end, y + 4, "range"),
    ]
  }

  private func grid(_ layout: BarLayout, bottom: Int) -> [SVGElement] {
    var placer = LabelPlacer(left: 0, right: Canvas.width)
    var lines: [SVGElement] = []
    for tick in layout.scale.ticks(atMost: 5) {
      let x = layout.left + layout.scale.pixels(tick)
      lines.append(.line(x, layout.top, x, bottom, tick == .zero ? "axis" : "grid"))
      placer.place(
        Label(
          text: words.short(tick), x: x, y: bottom + 16, size: Canvas.smallSize, style: "soft",
          anchor: .middle))
    }
    return lines + placer.placed.map(SVGElement.label)
  }
}
