/// What is found of the sentences of an article, each once: figures ask about the same sentences again and again.
///
/// It belongs to one thread. The memory is bare, since the runtime would guard every look into an array of a class, and
/// lies in the object itself; the header is how many sentences there are.
final class SentenceMemo<Value: BitwiseCopyable>: ManagedBuffer<Int, Value?> {
  /// A memo of an article of which nothing is known.
  static func empty(of article: ArticleText) -> SentenceMemo<Value> {
    let count = article.sentences.count
    let memo = SentenceMemo.create(minimumCapacity: count) { _ in count }
    memo.withUnsafeMutablePointerToElements { $0.initialize(repeating: nil, count: count) }
    return unsafeDowncast(memo, to: SentenceMemo<Value>.self)
  }

  /// What is known of a sentence; setting it makes it known.
  @inline(__always)
  subscript(index: Int) -> Value? {
    get {
      withUnsafeMutablePointers { count, values in
        precondition(index >= 0 && index < count.pointee)
        return values[index]
      }
    }
    set {
      withUnsafeMutablePointers { count, values in
        precondition(index >= 0 && index < count.pointee)
        values[index] = newValue
      }
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
