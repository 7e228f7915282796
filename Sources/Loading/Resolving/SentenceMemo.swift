/// What is found of the sentences of an article, each once: figures ask about the same sentences again and again.
///
/// It belongs to one thread.
final class SentenceMemo<Value> {
  private var values: [Value?]

  init(of article: ArticleText) {
    values = Array(repeating: nil, count: article.sentences.count)
  }

  /// What is known of a sentence, found where it is asked for the first time.
  func value(of index: Int, _ find: () -> Value) -> Value {
    if let value = values[index] { return value }
    let value = find()
    values[index] = value
    return value
  }
}
