import Languages

/// A picture in the making: title and notes around what the picture shows.
struct Canvas {
  /// The name of the file, without folder and ending; also the prefix of ids.
  let name: String
  let title: String
  let subtitle: String
  /// What stands below the picture.
  let notes: [String]
  /// What the picture says, for those who do not see it.
  let description: String
  let language: Language

  static let width = 800
  static let margin = 24
  static let titleSize = 20
  static let textSize = 13
  static let smallSize = 12
  private static let lineHeight = 18

  /// The title and the lines below it, in the width that they may take.
  func heading(width: Int) -> [Label] {
    let title = Label(
      text: Label.cut(title, to: width, size: Canvas.titleSize), x: Canvas.margin, y: 40,
      size: Canvas.titleSize, style: "ink strong")
    let lines = Label.lines(of: subtitle, width: width, size: Canvas.textSize)
    return [title]
      + lines.enumerated().map { index, line in
        Label(
          text: line, x: Canvas.margin, y: 64 + index * Canvas.lineHeight, size: Canvas.textSize,
          style: "soft")
      }
  }

  /// Where the picture may begin below a heading of the full width.
  var top: Int {
    (heading(width: Canvas.width - 2 * Canvas.margin).last?.y ?? 0) + Canvas.lineHeight
  }

  /// The whole picture.
  ///
  /// - Parameters:
  ///   - bottom: the lowest point of the shapes.
  ///   - heading: the heading, where it is not of the full width.
  func picture(_ shapes: [SVGElement], bottom: Int, heading: [Label]? = nil) -> SVGElement {
    let room = Canvas.width - 2 * Canvas.margin
    let lines = notes.flatMap { Label.lines(of: $0, width: room, size: Canvas.smallSize) }
    let footer = lines.enumerated().map { index, line in
      Label(
        text: line, x: Canvas.margin, y: bottom + 28 + index * Canvas.lineHeight,
        size: Canvas.smallSize, style: "soft")
    }
    let height = (footer.last?.y ?? bottom) + Canvas.margin
    let labels = (heading ?? self.heading(width: room)) + footer
    return SVGElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Canvas.width) \(height)",
        "width": "\(Canvas.width)", "height": "\(height)", "role": "img",
        "aria-labelledby": "\(name)-title \(name)-desc",
        "xml:lang": language == .chinese ? "zh-CN" : "en",
      ],
      children: [
        SVGElement("title", ["id": "\(name)-title"], text: title),
        SVGElement("desc", ["id": "\(name)-desc"], text: description),
        SVGElement("style", [:], text: Theme.styleSheet),
        .rect(0, 0, Canvas.width, height, "page"),
      ] + shapes + labels.map(SVGElement.label))
  }
}
