import FactModel

/// Facts in document order: by the document's name in bytes, line, offset, and else as they stand in the table.
///
/// Tables are mostly written in that order, or nearly: so the pages are first cut where everything before stands
/// before everything behind, and only between two cuts they are sorted.
struct PageOrder: Sendable {
  /// A run of facts of one page, its name found in the memory of its thread.
  struct Run: @unchecked Sendable {
    let name: UnsafeBufferPointer<UInt8>
    /// The number of its first fact; the others follow.
    let first: UInt32
    let count: Int
    let isAscending: Bool
  }

  /// The facts of all pages.
  let facts: [UInt32]
  /// Where in `facts` each page begins, and behind the last one the end.
  let starts: [Int]

  /// - Parameters:
  ///   - runs: in the order of the table.
  ///   - record: where a fact of a number stands.
  init(_ runs: [Run], _ record: (UInt32) -> UnsafeMutablePointer<FactRecord>) {
    let order = PageOrder.sorted(runs)
    let count = runs.reduce(0) { $0 + $1.count }
    var starts: [Int] = []
    starts.reserveCapacity(runs.count + 1)
    // There are millions of facts: they are written down in place.
    facts = [UInt32](unsafeUninitializedCapacity: max(1, count)) { facts, end in
      var place = 0
      while place < order.count {
        let name = runs[order[place]].name
        let start = end
        starts.append(start)
        var isAscending = true
        repeat {
          let run = runs[order[place]]
          isAscending = isAscending && start == end && run.isAscending
          for number in 0..<run.count {
            facts[end &+ number] = run.first &+ UInt32(truncatingIfNeeded: number)
          }
          end += run.count
          place += 1
        } while place < order.count && PageOrder.compare(runs[order[place]].name, name) == 0
        if !isAscending { PageOrder.sort(.init(rebasing: facts[start..<end]), record) }
      }
      starts.append(end)
    }
    self.starts = starts
  }

  /// Sorts the facts of a page.
  private static func sort(
    _ facts: UnsafeMutableBufferPointer<UInt32>,
    _ record: (UInt32) -> UnsafeMutablePointer<FactRecord>
  ) {
    var facts = facts
    facts.sort { left, right in
      // Nothing else of the records is looked at: others may be at work on the rest.
      let (one, other) = (record(left), record(right))
      return (one.pointee.line, one.pointee.offset, left)
        < (other.pointee.line, other.pointee.offset, right)
    }
  }

  /// The places of runs by their names; runs of one name stay in their order.
  private static func sorted(_ runs: [Run]) -> [Int] {
    var order = Array(runs.indices)
    if runs.isEmpty { return order }
    // The greatest name up to each run, and from the end on the least.
    var greatest = Array(0..<runs.count)
    for place in runs.indices.dropFirst()
    where compare(runs[greatest[place - 1]].name, runs[place].name) > 0 {
      greatest[place] = greatest[place - 1]
    }
    var start = runs.count
    var end = runs.count
    var least = runs.count - 1
    for place in runs.indices.reversed() {
      if compare(runs[place].name, runs[least].name) <= 0 { least = place }
      start = place
      let isCut = place == 0 || compare(runs[greatest[place - 1]].name, runs[least].name) <= 0
      if !isCut { continue }
      if end - start > 1 {
        order.withUnsafeMutableBufferPointer { sort(.init(rebasing: $0[start..<end]), runs) }
      }
      end = start
    }
    return order
  }

  private static func sort(_ part: UnsafeMutableBufferPointer<Int>, _ runs: [Run]) {
    var part = part
    let isSorted = zip(part, part.dropFirst()).allSatisfy {
      compare(runs[$0].name, runs[$1].name) <= 0
    }
    if isSorted { return }
    part.sort { left, right in
      let order = compare(runs[left].name, runs[right].name)
      return order != 0 ? order < 0 : left < right
    }
  }

  /// Below zero where the left name stands first; names are followed by readable bytes.
  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let one = left.baseAddress, let other = right.baseAddress {
      let order = compareBytes(one, other, common)
      if order != 0 { return order }
    }
    return left.count - right.count
  }
}
