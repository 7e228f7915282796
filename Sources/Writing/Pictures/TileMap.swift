import FactModel

/// A map of equal tiles, so that 上海 is seen as well as 新疆.
extension Pictures {
  private static let tile = (width: 90, height: 54)
  private static let gap = 4
  private static let top = 24

  /// `nil` where fewer provinces have a figure than a map is for.
  func map(of kind: Kind) -> Picture? {
    let isOfProgram = kind == .rates || kind == .counts
    guard let slice = Slice.fullest(of: kind, in: report, isOfProgram: isOfProgram) else {
      return nil
    }
    var parts: [Division: [Measured]] = [:]
    for group in slice.groups(of: report) where Province.of(group.key.province) != nil {
      if let value = group.measured { parts[group.key.province, default: []].append(value) }
    }
    let values = parts.compactMapValues { Measured.joined($0, in: slice) }
    if values.count < Pictures.leastProvinces { return nil }
    return map(values, of: slice)
  }

  private func map(_ values: [Division: Measured], of slice: Slice) -> Picture {
    let ranked = values.sorted { left, right in
      left.value.amount != right.value.amount
        ? left.value.amount > right.value.amount : left.key < right.key
    }
    let steps = steps(of: ranked.map { ($0.key, $0.value.amount) })
    let title = mapTitle(of: slice)
    let canvas = Canvas(
      name: slice.kind.rawValue + "-map", title: title,
      subtitle: measure(of: slice) + joinRule(of: slice)
        + words(
          "颜色越醒目，名次越前；空格：无可比数字。",
          "The stronger the colour, the higher the rank; blank: no figure to compare."),
      notes: [note(of: slice, ranked.map(\.value))],
      description: told(ranked.map { (words.province($0.key), $0.value) }, slice),
      language: words.language)
    let byCode = Dictionary(uniqueKeysWithValues: ranked.map { ($0.key.code, $0) })
    let tiles = Province.all.flatMap { province -> [SVGElement] in
      guard let found = byCode[province.code] else { return blank(province) }
      return filled(province, short(found.value, slice), step: steps[found.key] ?? 1)
    }
    let bottom =
      Pictures.top + Province.rows * (Pictures.tile.height + Pictures.gap) - Pictures.gap
    // 黑龙江 and 吉林 alone stand beside the heading.
    let heading = canvas.heading(width: Pictures.place(column: Province.columns - 1, row: 0).x - 48)
    return Picture(
      name: canvas.name, title: title, description: canvas.description,
      drawing: canvas.picture(tiles, bottom: bottom, heading: heading))
  }

  private func mapTitle(of slice: Slice) -> String {
    let kind = words.kind(slice.kind)
    let month = words.month(report.month)
    guard let program = slice.program else {
      return words("\(month)各省\(kind)", "\(kind) by province, \(month)")
    }
    let name = words.program(program)
    return words("\(month)各省\(kind)：\(name)", "\(kind) by province, \(name), \(month)")
  }

  /// What a tile shows where a province has several groups.
  private func joinRule(of slice: Slice) -> String {
    if slice.kind == .rates { return words("取中位数。", "Medians. ") }
    if slice.program != nil { return "" }
    return slice.addsPrograms
      ? words("各项目相加。", "Programmes added. ")
      : words("人数不跨项目相加，取最大的项目。", "People are not added over programmes: the largest one. ")
  }

  /// From 1 to the number of steps, by rank; ties share the better.
  private func steps(of ranked: [(province: Division, amount: Amount)]) -> [Division: Int] {
    var steps: [Division: Int] = [:]
    for (province, amount) in ranked {
      let rank = ranked.firstIndex { $0.amount == amount } ?? 0
      steps[province] = Theme.steps - rank * Theme.steps / ranked.count
    }
    return steps
  }

  private static func place(column: Int, row: Int) -> (x: Int, y: Int) {
    (Canvas.margin + column * (tile.width + gap), top + row * (tile.height + gap))
  }

  private func blank(_ province: Province) -> [SVGElement] {
    let (x, y) = Pictures.place(column: province.column, row: province.row)
    return [
      .rect(x, y, Pictures.tile.width, Pictures.tile.height, "blank", round: 4),
      name(of: province, x, y + 32, style: "soft"),
    ]
  }

  private func filled(_ province: Province, _ value: String, step: Int) -> [SVGElement] {
    let (x, y) = Pictures.place(column: province.column, row: province.row)
    let size = Label.width(of: value, size: 14) <= Pictures.tile.width - 6 ? 14 : 11
    return [
      .rect(x, y, Pictures.tile.width, Pictures.tile.height, "s\(step)", round: 4),
      name(of: province, x, y + 22, style: "t\(step)"),
      .label(
        Label(
          text: value, x: x + Pictures.tile.width / 2, y: y + 42, size: size,
          style: "t\(step) strong", anchor: .middle)),
    ]
  }

  private func name(of province: Province, _ x: Int, _ y: Int, style: String) -> SVGElement {
    .label(
      Label(
        text: words(province.chinese, province.english), x: x + Pictures.tile.width / 2, y: y,
        size: words.language == .chinese ? 14 : 12, style: style, anchor: .middle))
  }
}
