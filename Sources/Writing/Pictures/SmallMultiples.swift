import FactModel

/// One small picture per programme, all of the same months.
extension Pictures {
  private static let panel = (width: 234, height: 124)
  private static let panelGap = 24
  private static let across = 3
  private static let plotHeight = 56

  /// A programme and its months.
  private struct Panel {
    let program: String
    let moments: [Moment]
  }

  /// `nil` where no two programmes or no two months have figures.
  func multiples(of kind: Kind) -> Picture? {
    guard let slice = Slice.fullest(of: kind, in: report) else { return nil }
    let panels = panels(of: slice)
    let seen = Set(panels.flatMap { $0.moments.map(\.month) })
    if panels.count < 2 || seen.count < 2 { return nil }
    let title = words(
      "各项目逐月\(words.kind(kind))", "\(words.kind(kind)) by programme, month by month")
    let canvas = Canvas(
      name: kind.rawValue + "-programs", title: title,
      subtitle: measure(of: slice)
        + words(
          "各省相加；纵轴都从0起，高低各依本项目的最大值；醒目的是本月。",
          "Provinces added; every axis begins at 0 and ends at the programme's own greatest value; strong: this month."
        ),
      notes: [note(of: slice, panels.flatMap { $0.moments.map(\.value) })],
      description: panels.map { panel in
        words("\(words.program(panel.program))：", "\(words.program(panel.program)): ")
          + told(panel.moments.map { (words.month($0.month), $0.value) }, slice)
      }.joined(separator: words("", " ")), language: words.language)
    let drawn = panels.enumerated().flatMap { index, panel in
      draw(
        panel, slice,
        x: Canvas.margin + index % Pictures.across * (Pictures.panel.width + Pictures.panelGap),
        y: canvas.top + index / Pictures.across * Pictures.panel.height)
    }
    let rows = (panels.count + Pictures.across - 1) / Pictures.across
    return Picture(
      name: canvas.name, title: title, description: canvas.description,
      drawing: canvas.picture(drawn, bottom: canvas.top + rows * Pictures.panel.height - 12))
  }

  /// The programmes in the order of tables, each with the months that have figures of it.
  private func panels(of slice: Slice) -> [Panel] {
    var months: [String: [Moment]] = [:]
    for report in self.months {
      let groups = Dictionary(grouping: slice.groups(of: report), by: \.key.program)
      for (program, totals) in groups {
        guard let value = Measured.sum(totals.map(\.measured)) else { continue }
        months[program, default: []].append(Moment(month: report.month, value: value))
      }
    }
    return ProgramNames(of: report).columns.compactMap { program in
      months[program.id].map { Panel(program: program.id, moments: $0) }
    }
  }

  private func draw(_ panel: Panel, _ slice: Slice, x: Int, y: Int) -> [SVGElement] {
    let width = Pictures.panel.width
    let bottom = y + 42 + Pictures.plotHeight
    let axis = TimeAxis(
      first: months.first?.month ?? report.month, last: report.month, left: x, width: width)
    let most = panel.moments.map(\.value.amount).max() ?? .zero
    let scale = Scale(maximum: most, length: Pictures.plotHeight)
    // The longest window of months leaves six pixels each.
    let thick = min(14, axis.step - 3)
    let bars = panel.moments.map { moment -> SVGElement in
      let height = max(1, scale.pixels(moment.value.amount))
      return .rect(
        axis.x(moment.month) - thick / 2, bottom - height, thick, height,
        moment.month == report.month ? "bar" : "pale")
    }
    let labels = [
      Label(
        text: Label.cut(words.program(panel.program), to: width, size: Canvas.textSize), x: x,
        y: y + 12, size: Canvas.textSize, style: "ink strong"),
      Label(
        text: Label.cut(caption(of: panel, slice), to: width, size: Canvas.smallSize), x: x,
        y: y + 30,
        size: Canvas.smallSize, style: "soft"),
      Label(
        text: words.month(axis.first), x: x, y: bottom + 14, size: 11, style: "soft"),
      Label(
        text: words.month(axis.last), x: x + width, y: bottom + 14, size: 11, style: "soft",
        anchor: .end),
    ]
    return [.line(x, bottom, x + width, bottom, "axis")] + bars + labels.map(SVGElement.label)
  }

  /// This month's value and the greatest.
  private func caption(of panel: Panel, _ slice: Slice) -> String {
    let now = panel.moments.first { $0.month == report.month }
    let most = panel.moments.max { $0.value.amount < $1.value.amount }
    let current = now.map { short($0.value, slice) } ?? words("无", "none")
    guard let most, most.month != report.month else {
      return words("本月\(current)", "now \(current)")
    }
    return words(
      "本月\(current)，最多\(short(most.value, slice))（\(words.month(most.month))）",
      "now \(current), most \(short(most.value, slice)) (\(most.month))")
  }
}
