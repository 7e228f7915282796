import CommandLineKit
import Foundation
import Languages
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
    var reader = JSONReader(bytes: try InputFinder.bytes(of: path))
    let value: JSONValue?
    do {
      value = try reader.next()
    } catch {
      throw LoadingError(
        path: path, line: error.line, column: error.column, message: error.message)
    }
    guard let value else { return [] }
    guard case .object(let members) = value.content else {
      throw fault(
        value,
        Wording(
          en: "settings are an object: {\"out\": \"reports\"}",
          zh: "设置要写成对象：{\"out\": \"reports\"}"))
    }
    var settings: [Setting] = []
    for (key, value) in members { settings.append(try setting(key, value, interface)) }
    return settings
  }

  private func setting(_ key: String, _ value: JSONValue, _ interface: Interface)
    throws(LoadingError) -> Setting
  {
    var texts: [String] = []
    if case .list(let values) = value.content {
      for value in values { texts.append(try text(value)) }
    } else {
      texts = [try text(value)]
    }
    if interface.isPath(setting: key) { texts = texts.map(resolved) }
    return Setting(key: key, values: texts, place: "\(path):\(value.line):\(value.column)")
  }

  private func text(_ value: JSONValue) throws(LoadingError) -> String {
    switch value.content {
    case .text(let text), .number(let text): return text
    case .bool(let truth): return truth ? "true" : "false"
    case .null, .list, .object:
      throw fault(
        value,
        Wording(
          en: "a setting is a text, a number, true, false, or a list of these",
          zh: "设置的值是文字、数字、true、false，或它们的列表"))
    }
  }

  private func fault(_ value: JSONValue, _ message: Wording) -> LoadingError {
    LoadingError(path: path, line: value.line, column: value.column, message: message)
  }

  private func resolved(_ text: String) -> String {
    guard let folder = PathName(path).folder, folder != ".", text != "-", !text.hasPrefix("/")
    else { return text }
    return PathName(folder).appending(text)
  }
}
