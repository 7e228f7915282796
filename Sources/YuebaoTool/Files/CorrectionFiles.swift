import Yuebao

/// The `corrections.csv` of the input folders, or the file of the command line.
enum CorrectionFiles {
  static func all(_ file: String?, beside inputs: [String]) throws(LoadingError) -> [Corrections] {
    if let file {
      return [try Corrections(bytes: try InputFinder.bytes(of: file), path: file)]
    }
    var found: [Corrections] = []
    for input in inputs {
      let file = PathName(input).appending("corrections.csv")
      if InputFinder.exists(file) {
        found.append(try Corrections(bytes: try InputFinder.bytes(of: file), path: file))
      }
    }
    return found
  }
}
