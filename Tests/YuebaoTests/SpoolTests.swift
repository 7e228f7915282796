import Foundation
import Testing

@testable import YuebaoTool

@Suite("Output that is held back")
struct SpoolTests {
  /// More than is kept in memory, in pieces that differ.
  private static let pieces = (0..<40).map { [UInt8](repeating: UInt8($0), count: 1_000_003) }

  private func pour(_ system: FaultySystem) throws -> [UInt8] {
    try Disk.$system.withValue(system) {
      let spool = Spool()
      for piece in SpoolTests.pieces { try spool.append(piece) }
      var poured: [UInt8] = []
      try spool.pour({ piece throws(DiskError) in poured += piece }, refused: { $0 })
      return poured
    }
  }

  @Test("It comes out as it went in, also where signals come in between and calls do less")
  func whole() throws {
    let expected = Array(SpoolTests.pieces.joined())
    #expect(try pour(FaultySystem()) == expected)
    #expect(try pour(FaultySystem { $0.turn == 0 ? .refused(EINTR) : nil }) == expected)
    #expect(try pour(FaultySystem { $0.turn == 1 ? .short : nil }) == expected)
  }

  @Test("What the disk refuses is told")
  func refused() {
    #expect(throws: DiskError.self) {
      try pour(FaultySystem { $0.name == "write" ? .refused(ENOSPC) : nil })
    }
    #expect(throws: DiskError.self) {
      try pour(FaultySystem { $0.name == "read" ? .refused(EIO) : nil })
    }
  }

  @Test("Nothing goes in, nothing comes out")
  func empty() throws {
    try Spool().pour({ piece throws(DiskError) in Issue.record("\(piece.count)") }, refused: { $0 })
  }
}
