/// The colours and fonts of all pictures, light and dark. One hue in five steps of lightness, so
/// that a picture prints in grey.
enum Theme {
  /// Steps of the tile map, from little to much.
  static let steps = 5

  /// The style sheet of a picture. No variable and no import: simple renderers read it too.
  static let styleSheet =
    "text{font-family:\(fonts)}\(rules(light))@media(prefers-color-scheme:dark){\(rules(dark))}"

  /// Chinese fonts of the systems that readers have, before anything without Chinese signs.
  private static let fonts =
    "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',"
    + "'WenQuanYi Micro Hei',sans-serif"

  private struct Palette {
    let page: String
    let ink: String
    let soft: String
    let grid: String
    let bar: String
    let pale: String
    /// Tile and text of each step.
    let steps: [(tile: String, ink: String)]
  }

  private static let light = Palette(
    page: "#ffffff", ink: "#1f2328", soft: "#57606a", grid: "#d0d7de", bar: "#3f86c1",
    pale: "#b9d6ec",
    steps: [
      ("#e3eef7", "#1f2328"), ("#b9d6ec", "#1f2328"), ("#82b5dd", "#1f2328"),
      ("#2f76b3", "#ffffff"), ("#0f4a80", "#ffffff"),
    ])

  private static let dark = Palette(
    page: "#0d1117", ink: "#f0f6fc", soft: "#9aa4af", grid: "#3d444d", bar: "#4d97d6",
    pale: "#1f4f78",
    steps: [
      ("#15293b", "#f0f6fc"), ("#1c4264", "#f0f6fc"), ("#24639a", "#f0f6fc"),
      ("#66aee6", "#0d1117"), ("#b4dbf8", "#0d1117"),
    ])

  private static func rules(_ palette: Palette) -> String {
    let fills = [
      ("page", palette.page), ("ink", palette.ink), ("soft", palette.soft), ("bar", palette.bar),
      ("pale", palette.pale),
    ]
    let strokes = [
      ("grid", palette.grid, "1"), ("axis", palette.soft, "1"), ("range", palette.ink, "2"),
    ]
    let steps = palette.steps.enumerated().map { index, step in
      ".s\(index + 1){fill:\(step.tile)}.t\(index + 1){fill:\(step.ink)}"
    }
    return fills.map { ".\($0.0){fill:\($0.1)}" }.joined()
      + strokes.map { ".\($0.0){fill:none;stroke:\($0.1);stroke-width:\($0.2)}" }.joined()
      + ".halo{stroke:\(palette.page);stroke-width:4;stroke-linejoin:round;paint-order:stroke}"
      + ".blank{fill:none;stroke:\(palette.grid);stroke-width:1}.strong{font-weight:bold}"
      + steps.joined()
  }
}
