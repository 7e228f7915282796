/// A picture that is ready to be stored, with the words that stand for it.
struct Picture {
  /// The name of the file, without folder and ending: `funds-map`.
  let name: String
  let title: String
  /// What the picture says, for those who do not see it.
  let description: String
  let drawing: SVGElement

  /// The path inside the month's folder.
  var path: String { "charts/\(name).svg" }

  var file: OutputFile { OutputFile(name: path, bytes: drawing.document) }
}
