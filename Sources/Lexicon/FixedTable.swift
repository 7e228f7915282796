/// A table in memory that is filled once and then only read, without the checks and counts of an array.
///
/// The scan asks such tables several times for every sign of a page. Copies share the memory, which is freed with its
/// last owner; who keeps `base` keeps the table too.
public final class FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element.
  public let base: UnsafePointer<Element>
  /// How many elements there are.
  public let count: Int

  /// A table of elements.
  public init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    memory.initialize(from: elements, count: elements.count)
    base = UnsafePointer(memory)
    count = elements.count
  }

  /// A table of so many elements, each of which is set.
  init(count: Int, _ fill: (UnsafeMutablePointer<Element>) -> Void) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    fill(memory)
    base = UnsafePointer(memory)
    self.count = count
  }

  /// Some of the elements, which lie there as long as the table is kept.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  deinit { base.deallocate() }
}
