/// A list that grows in bare memory, so that some of it may be pointed at without being counted as its owner.
///
/// It belongs to one thread.
class BareList<Element> {
  private(set) final var base: UnsafeMutablePointer<Element>
  private(set) final var count = 0
  private final var capacity: Int

  /// An empty list with room for some elements.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inline(__always)
  final func append(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  @inline(never)
  private final func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  /// Forgets all elements and keeps their room.
  final func removeAll() {
    base.deinitialize(count: count)
    count = 0
  }

  /// All elements.
  final var all: UnsafeBufferPointer<Element> { self[0..<count] }

  /// Some of the elements, which lie there as long as nothing is added and the list is kept.
  @inline(__always)
  final subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}
