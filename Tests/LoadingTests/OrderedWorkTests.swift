import Synchronization
import TestSupport
import Testing

@testable import Loading

@Suite("Work on several threads")
struct OrderedWorkTests {
  private struct Fault: Error, Equatable { let piece: Int }

  @Test("Results come in order, each once, for any number of threads", arguments: [1, 2, 3, 8])
  func order(threads: Int) throws {
    for count in [0, 1, 2, 7, 500] {
      var taken: [Int] = []
      try OrderedWork.run(
        count, threads: threads, work: { piece throws(Fault) in piece * 3 },
        take: { result throws(Fault) in taken.append(result) })
      #expect(taken == (0..<count).map { $0 * 3 })
    }
  }

  @Test("Of several failures the first in order is told", arguments: [1, 2, 3, 8])
  func failures(threads: Int) {
    var taken = 0
    #expect(throws: Fault(piece: 41)) {
      try OrderedWork.run(
        200, threads: threads,
        work: { piece throws(Fault) in
          if piece > 40 { throw Fault(piece: piece) }
          return piece
        },
        take: { result throws(Fault) in taken += 1 })
    }
    #expect(taken == 41)
  }

  @Test("Who takes may stop the work", arguments: [1, 2, 8])
  func stop(threads: Int) {
    let begun = Atomic<Int>(0)
    #expect(throws: Fault(piece: 3)) {
      try OrderedWork.run(
        10_000, threads: threads,
        work: { piece throws(Fault) in
          begun.add(1, ordering: .relaxed)
          return piece
        },
        take: { result throws(Fault) in if result == 3 { throw Fault(piece: 3) } })
    }
    // No more is begun than may wait for its turn.
    #expect(begun.load(ordering: .relaxed) <= 4 + threads * 5)
  }

  @Test("Pages read on several threads give the same result as on one")
  func pages() throws {
    let loader = try BuiltIn.loader
    let sources = (0..<40).map { index in
      Source(
        form: .page, path: "p\(index).txt", document: "p\(index)",
        bytes: Array("江苏省南通市总工会今年慰问职工\(index + 10)名，发放慰问金\(index)万元。".utf8),
        date: .init("2025-07-12"))
    }
    let one = try loader.load(sources)
    #expect(one.facts.count == 80)
    for threads in [2, 5] {
      let result = try loader.load(sources.reversed(), threads: threads)
      #expect(result.facts == one.facts && result.exclusions == one.exclusions)
      #expect(result.doubts == one.doubts && result.documents == one.documents)
    }
  }
}
