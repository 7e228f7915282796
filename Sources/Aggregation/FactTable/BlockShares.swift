import Synchronization

/// Deals the blocks of a file out to threads: each has a stretch of its own, from front to back, and one that is done
/// takes from the back of the others'.
///
/// A table is mostly in the order of time, so that neighbours belong to the same groups and few groups are made twice.
final class BlockShares: Sendable {
  /// The blocks that are left of a stretch: the first in the upper half, the end in the lower.
  private final class Share: Sendable {
    let range: Atomic<UInt64>
    init(_ range: Range<Int>) {
      self.range = Atomic(UInt64(range.lowerBound) << 32 | UInt64(range.upperBound))
    }

    /// Takes the first block or the last one; `nil` where none is left.
    func take(first isFirst: Bool) -> Int? {
      var known = range.load(ordering: .relaxed)
      while true {
        let (first, end) = (known >> 32, known & 0xFFFF_FFFF)
        if first >= end { return nil }
        let rest = isFirst ? (first + 1) << 32 | end : first << 32 | (end - 1)
        let (done, now) = range.compareExchange(
          expected: known, desired: rest, ordering: .relaxed)
        if done { return Int(isFirst ? first : end - 1) }
        known = now
      }
    }
  }

  private let shares: [Share]
  private let isStopped = Atomic(false)

  init(blocks: Int, threads: Int) {
    shares = (0..<threads).map { thread in
      Share(blocks * thread / threads..<blocks * (thread + 1) / threads)
    }
  }

  /// The next block for a thread; `nil` where all are taken or somebody has called a halt.
  func next(for thread: Int) -> Int? {
    if isStopped.load(ordering: .relaxed) { return nil }
    if let own = shares[thread].take(first: true) { return own }
    for share in shares {
      if let other = share.take(first: false) { return other }
    }
    return nil
  }

  /// No more blocks are dealt out.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  var wasStopped: Bool { isStopped.load(ordering: .relaxed) }
}
