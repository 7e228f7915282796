/// Does two pieces of work, side by side where there are two threads for them; the outcome is the same.
package func both<First: Sendable, Second: Sendable>(
  threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  if threads < 2 { return (first(), second()) }
  let made = Made<First, Second>()
  DispatchQueue.concurrentPerform(iterations: 2) { piece in
    if piece == 0 { made.first = first() } else { made.second = second() }
  }
  guard let first = made.first, let second = made.second else {
    preconditionFailure("both pieces are done")
  }
  return (first, second)
}

/// A place for what each of the two makes; neither looks at the other's.
private final class Made<First, Second>: @unchecked Sendable {
  var first: First?
  var second: Second?
}
