import Dispatch
import Synchronization

/// Does pieces of work, numbered from 0, on so many threads; each takes the next piece when it is done with one.
func sideBySide(_ pieces: Int, threads: Int, _ work: @Sendable (Int) -> Void) {
  if threads < 2 || pieces < 2 {
    for piece in 0..<pieces { work(piece) }
    return
  }
  let next = Counter()
  DispatchQueue.concurrentPerform(iterations: min(threads, pieces)) { _ in
    while true {
      let piece = next.take()
      if piece >= pieces { return }
      work(piece)
    }
  }
}

private final class Counter: Sendable {
  private let count = Atomic(0)
  func take() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// A place for what each of many pieces of work makes; no two may write to one place.
final class Slots<Value>: @unchecked Sendable {
  let values: UnsafeMutablePointer<Value>
  private let count: Int

  init(_ count: Int, _ value: Value) {
    self.count = count
    values = .allocate(capacity: count)
    values.initialize(repeating: value, count: count)
  }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }
}
