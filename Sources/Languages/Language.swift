/// A language in which the tool speaks to people.
///
/// ```swift
/// assert(Language(tag: "zh_CN.UTF-8") == .chinese)
/// assert(Language(locale: ["LANG": "en_GB.UTF-8"]) == .english)
/// ```
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language that a tag names: `zh`, `zh_CN.UTF-8`, `zh-Hans`, `en-GB`; `nil` for any other.
  public init?(tag: String) {
    let primary = tag.prefix { $0.isASCII && $0.isLetter }.lowercased()
    guard let language = Language(rawValue: primary) else { return nil }
    self = language
  }

  /// The language of messages that the locale asks for; English where it asks for none that is known.
  ///
  /// - Parameter environment: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is not empty counts.
  public init(locale environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let told = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = told.flatMap(Language.init(tag:)) ?? .english
  }
}
