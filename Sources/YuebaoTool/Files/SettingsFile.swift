import CommandLineKit
import Languages
import Platform
import Yuebao

/// The settings file `yuebao.json`: an object whose names are those of options, and `inputs`.
///
/// Paths in it are meant from the folder that holds it.
struct SettingsFile {
  static let name = "yuebao.json"
  let path: String

  /// The file that is named, or the one in the working folder, or `nil`.
  init?(named path: String?) {
    guard let path = path ?? (InputFinder.exists(SettingsFile.name) ? SettingsFile.name : nil)
    else { return nil }
    self.path = path
  }

  /// The settings in the order of the file.
  ///
  /// - Throws: `LoadingError` where the file cannot be read or is no object of texts, numbers, truths and lists.
  func settings(of interface: Interface) throws(LoadingError) -> [Setting] {
    try JSONMember.all(of: try InputFinder.bytes(of: path), path: path).map { member in
      let values =
        interface.isPath(setting: member.key) ? member.values.map(resolved) : member.values
      return Setting(
        key: member.key, values: values, place: "\(path):\(member.line):\(member.column)")
    }
  }

  private func resolved(_ text: String) -> String {
    guard let folder = PathName(path).folder, folder != ".", text != "-", !text.hasPrefix("/")
    else { return text }
    return PathName(folder).appending(text)
  }
}
