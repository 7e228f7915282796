/// A table in memory that is filled once and then only read, without the checks and counts of an array.
///
/// The scan asks such tables several times for every sign of a page. Copies share the memory, which is freed with its
/// last owner; who keeps `base` keeps the table too.
package final class FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element.
  package let base: UnsafePointer<Element>
  package let count: Int

  package init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    memory.initialize(from: elements, count: elements.count)
    base = UnsafePointer(memory)
    count = elements.count
  }

  deinit { base.deallocate() }
}
