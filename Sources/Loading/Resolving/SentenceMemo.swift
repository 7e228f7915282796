/// What is found of the sentences of an article, each once: figures ask about the same sentences again and again.
///
/// It belongs to one thread. The memory is bare, since the runtime would guard every look into an array of a class.
final class SentenceMemo<Value: BitwiseCopyable> {
  private let values: UnsafeMutablePointer<Value?>
  private let count: Int

  init(of article: ArticleText) {
    count = article.sentences.count
    values = .allocate(capacity: max(1, count))
    values.initialize(repeating: nil, count: count)
  }

  // Raw memory asks for no type.
  deinit { UnsafeMutableRawPointer(values).deallocate() }

  /// What is known of a sentence; setting it makes it known.
  @inline(__always)
  subscript(index: Int) -> Value? {
    get {
      precondition(index >= 0 && index < count)
      return values[index]
    }
    set {
      precondition(index >= 0 && index < count)
      values[index] = newValue
    }
  }

  /// What is known of a sentence, found where it is asked for the first time.
  @inline(__always)
  func value(of index: Int, _ find: () -> Value) -> Value {
    if let value = self[index] { return value }
    let value = find()
    self[index] = value
    return value
  }
}
