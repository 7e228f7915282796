/// The language of the digest and of the words in pictures. Tables are the same in both.
public enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}
