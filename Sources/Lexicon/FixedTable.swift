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
  public convenience init(_ elements: [Element]) {
    self.init(owning: elements.withUnsafeBufferPointer(FixedTable.copy), count: elements.count)
  }

  /// A table of elements that lie in some memory.
  convenience init(_ elements: UnsafeBufferPointer<Element>) {
    self.init(owning: FixedTable.copy(elements), count: elements.count)
  }

  private static func copy(
    _ elements: UnsafeBufferPointer<Element>
  ) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    if let base = elements.baseAddress { memory.initialize(from: base, count: elements.count) }
    return memory
  }

  /// Takes over elements in memory of their own.
  init(owning memory: UnsafeMutablePointer<Element>, count: Int) {
    base = UnsafePointer(memory)
    self.count = count
  }

  /// Some of the elements, which lie there as long as the table is kept.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  deinit { base.deallocate() }
}
