import FactModel
import Testing

@Suite("Every fact has one verdict")
struct VerdictTests {
  @Test(
    "What a fact says of itself",
    arguments: [
      (fact(), Verdict.total), (fact(at: .nation), .national), (rate("98.3"), .rate),
      (fact(status: .planned), .planned), (fact(status: .rule), .rule),
      (fact(status: .case), .case), (fact(partOf: "960条"), .part), (fact(partOf: ""), .total),
      (fact(optional: true), .total),
    ])
  func alone(fact: Fact, expected: Verdict) throws {
    #expect(try verdicts(of: [fact]) == [expected])
  }

  @Test(
    "Where several reasons apply, the first of the order stands",
    arguments: [
      (fact(at: .nation, status: .planned, partOf: "5元"), Verdict.national),
      (rate("98", at: .nation), .national), (rate("98", status: .planned), .rate),
      (fact(status: .planned, partOf: "5元"), .planned),
    ])
  func order(fact: Fact, expected: Verdict) throws {
    #expect(try verdicts(of: [fact, fact])[0] == expected)
  }

  @Test("A covered repeat is a repeat; a repeated part is a part")
  func pairs() throws {
    let repeated = [fact("900", at: Place.zhejiang), fact("5"), fact("5", in: "02")]
    #expect(try verdicts(of: repeated) == [.total, .covered, .repeat])
    let parts = [fact(partOf: "960元"), fact(partOf: "960元", in: "02")]
    #expect(try verdicts(of: parts) == [.part, .part])
  }
}

@Suite("The same figure is counted once")
struct RepeatTests {
  @Test("The first in document order stands, the others name it")
  func first() throws {
    let report = try report(of: [fact("7"), fact(), fact(in: "02"), fact(in: "03")])
    #expect(report.entries.map(\.verdict) == [.total, .total, .repeat, .repeat])
    #expect(report.entries.map(\.reference) == [nil, nil, 1, 1])
  }

  @Test(
    "A fact that differs in one of these is no repeat",
    arguments: [
      fact("101"), fact("100-200"), fact("100", .currency("USD")), fact("100", .person),
      fact(kind: .counts), fact(label: "工会驿站"), fact(label: ""), fact(at: Place.hangzhou),
      fact(program: "safety"), fact(period: "2025"), fact(period: "/"), fact(period: "2025-07"),
      fact(status: .planned), fact(status: .case),
    ])
  func different(other: Fact) throws {
    #expect(try !verdicts(of: [fact(), other]).contains(.repeat))
    #expect(try !verdicts(of: [other, fact()]).contains(.repeat))
  }

  @Test(
    "Labels agree without spaces and quotes, or where one contains the other",
    arguments: [
      ("帮扶资金", "帮扶 资金", true), ("帮扶资金", "“帮扶”资金", true), ("资金", "帮扶资金", true),
      ("帮扶资金", "资金", true), ("", "", true), (" ", "", true), ("", "资金", false),
      ("帮扶资金", "救助资金", false), ("帮扶金", "帮扶资金", false),
    ])
  func labels(left: String, right: String, agree: Bool) throws {
    let found = try verdicts(of: [fact(label: left), fact(label: right, in: "02")])
    #expect(found == [.total, agree ? .repeat : .total])
  }

  @Test("Very long labels agree with their equals only")
  func longLabels() throws {
    let long = String(repeating: "很长的名目", count: 20)
    #expect(
      try verdicts(of: [fact(label: long), fact(label: long), fact(label: "名目")])
        == [.total, .repeat, .total])
  }

  @Test("One period may be written in two ways")
  func periods() throws {
    let facts = [fact(period: "2024"), fact(period: "2024-01/2024-12", in: "02")]
    #expect(try verdicts(of: facts) == [.total, .repeat])
  }

  @Test("The hedge makes no difference: 近100 and 100 are one figure")
  func hedges() throws {
    #expect(try verdicts(of: [fact("100"), fact("近100", in: "02")]) == [.total, .repeat])
  }

  @Test("A headline yields to the text, even to text behind it")
  func headline() throws {
    let facts = [fact(optional: true), fact(in: "02")]
    #expect(try verdicts(of: facts) == [.repeat, .total])
    #expect(try verdicts(of: [fact(optional: true), fact(optional: true)]) == [.total, .repeat])
  }

  @Test(
    "A headline without time and place repeats its own page's figure",
    arguments: [
      (fact("100", label: "送温暖款项", optional: true), Verdict.repeat),
      (fact("100", program: "safety", optional: true), .repeat),
      (fact("100", at: Place.zhejiang, optional: true), .repeat),
      (fact("100", label: "送温暖款项", program: "safety", optional: true), .total),
      (fact("101", optional: true), .total), (fact("100", optional: true, in: "02"), .total),
    ])
  func echo(headline: Fact, expected: Verdict) throws {
    let text = fact("100", period: "2025-01/2025-06", line: 9)
    #expect(try verdicts(of: [headline, text])[0] == expected)
    #expect(try verdicts(of: [headline, text])[1] == .total)
  }

  @Test("A headline names the fact that stands, not another repeat")
  func chain() throws {
    let facts = [fact(in: "01"), fact(period: "", in: "02"), fact(optional: true, in: "02")]
    #expect(try report(of: facts).entries.map(\.reference) == [nil, 0, 0])
  }

  @Test("A figure that one page gives as a part is a part in every mention")
  func parts() throws {
    let facts = [fact(in: "01"), fact(partOf: "960元", in: "02")]
    let report = try report(of: facts)
    #expect(report.entries.map(\.verdict) == [.repeat, .part])
    #expect(report.totals.isEmpty)
  }

  @Test("A label that agrees with two others does not make them one, in any order")
  func noChain() throws {
    let labels = ["职工", "参赛职工", "困难职工"]
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1]] {
      let facts = order.map { fact(label: labels[$0]) }
      #expect(try verdicts(of: facts).filter { $0 == .total }.count == 2, "\(order)")
    }
  }
}
