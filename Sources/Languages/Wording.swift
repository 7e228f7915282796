/// One text in every language that the tool speaks.
///
/// A text cannot be made without all its languages, so none can be forgotten.
///
/// ```swift
/// let wording = Wording(en: "no page was found", zh: "没有找到版面")
/// print(wording.text(in: .chinese))
/// ```
public struct Wording: Hashable, Sendable {
  private let english: String
  private let chinese: String

  /// A text in English and in Chinese.
  public init(en english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A text that is the same in every language: a name, a path, a number.
  public init(verbatim text: String) {
    self.init(en: text, zh: text)
  }

  /// The text in one language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// One text behind another, in each language.
  public static func + (left: Wording, right: Wording) -> Wording {
    Wording(en: left.english + right.english, zh: left.chinese + right.chinese)
  }
}
