/// The text of a page in reading order: paragraphs whose broken lines are joined again.
///
/// Every unit knows its place on the page, so that whatever is found here can be traced to its line.
struct Flow {
  /// Folded units; paragraphs are parted by one line feed.
  var units: [UInt16] = []
  /// The place of each unit in the page.
  var origin: [Int] = []
  var paragraphs: [Paragraph] = []
  var articles: [Article] = []
}

/// One paragraph, or one headline.
struct Paragraph {
  enum Role {
    case headline
    case body
    /// A box such as 阅读提示, which repeats what the article says.
    case box
    /// A reporter's line or a photographer's.
    case byline
  }
  var range: Range<Int>
  var role: Role
  /// The index of its article.
  var article: Int
}

/// A run of paragraphs under one headline.
struct Article {
  /// The first headline line as printed, or empty.
  var headline: String
  /// The indices of its paragraphs, in the order in which they are read.
  var paragraphs: [Int]
  /// Whether it may be a section of the article before: it has a headline, and neither a sender nor a writer.
  var mayGoOn = false
}
