import FactModel
import TestSupport
import Testing

@Suite("Doubts that reading raises")
struct DoubtTests {
  private func causes(_ text: String) throws -> [Doubt.Cause] {
    try facts(in: text).doubts.map(\.cause)
  }

  @Test("A measure word that no table knows")
  func measure() throws {
    #expect(try causes("江苏省南通市总工会送清凉，送去矿泉水160提。").contains(.unit))
    #expect(try !causes("江苏省南通市总工会送清凉，送去矿泉水160箱。").contains(.unit))
  }

  @Test("No place at all, and two that are about equally near")
  func place() throws {
    #expect(try causes("工会发放困难职工帮扶资金300万元。").contains(.place))
    #expect(try !causes("江苏省南通市总工会发放困难职工帮扶资金300万元。").contains(.place))
  }

  @Test("No word of a programme, and one that is plain")
  func program() throws {
    #expect(try causes("江苏省南通市300人到场。").contains(.program))
    #expect(try !causes("江苏省南通市总工会为困难职工发放帮扶资金300万元。").contains(.program))
  }
}
