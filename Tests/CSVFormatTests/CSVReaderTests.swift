import CSVFormat
import Testing

@Suite("The reader takes what people save")
struct CSVReaderTests {
  private func cells(_ text: String, separator: UInt8? = nil) throws -> [[String]] {
    try CSVReader.records(of: Array(text.utf8), separator: separator).map(\.cells)
  }

  @Test(
    "Line ends, marks and separators of every sort",
    arguments: [
      "省,数\n浙江省,5\n", "省,数\r\n浙江省,5\r\n", "省,数\r浙江省,5\r", "省,数\n浙江省,5",
      "\u{FEFF}省,数\r\n浙江省,5\r\n", "省;数\n浙江省;5\n", "省\t数\n浙江省\t5\n",
      "\n\n省,数\n\n\n浙江省,5\n\n", "\"省\",\"数\"\n\"浙江省\",\"5\"\n",
    ])
  func dress(text: String) throws {
    #expect(try cells(text) == [["省", "数"], ["浙江省", "5"]])
  }

  @Test("Quoted cells keep quotes, separators and line ends as they stand")
  func quoted() throws {
    let text = "a,b\n\"x,\"\"y\"\"\",\"1\r\n2\n3\r4\"\n"
    #expect(try cells(text) == [["a", "b"], ["x,\"y\"", "1\r\n2\n3\r4"]])
  }

  @Test("Empty cells are cells; an empty text has no records")
  func empty() throws {
    #expect(try cells("a,,\n,b,\n") == [["a", "", ""], ["", "b", ""]])
    #expect(try cells("") == [])
    #expect(try cells("\u{FEFF}") == [])
    #expect(try cells("\r\n\n") == [])
  }

  @Test("A separator may be told, and then no other counts")
  func toldSeparator() throws {
    #expect(try cells("a;b,c\n", separator: UInt8(ascii: ",")) == [["a;b", "c"]])
  }

  @Test("Lines and columns are counted from 1, in bytes, over quoted line ends of every sort")
  func positions() throws {
    let text = "\u{FEFF}省,数\r\n\"甲\r\n乙\",\"丙\n丁\"\r\n\r\n戊,己"
    let records = try CSVReader.records(of: Array(text.utf8))
    let positions = records.map { record in record.positions.map { [$0.line, $0.column] } }
    #expect(positions == [[[1, 1], [1, 5]], [[2, 1], [3, 6]], [[6, 1], [6, 5]]])
    #expect(records.map(\.line) == [1, 2, 6])
  }

  @Test(
    "A broken quote is told with its place",
    arguments: [
      ("a,b\nc,\"d\n", 2, 3, CSVError.Problem.unclosedQuote),
      ("a,b\r\n\"c\"d,e\n", 2, 4, .textAfterQuote), ("\"", 1, 1, .unclosedQuote),
    ])
  func broken(text: String, line: Int, column: Int, problem: CSVError.Problem) throws {
    let error = try #require(throws: CSVError.self) { try cells(text) }
    #expect(error.problem == problem)
    #expect(error.position == TextPosition(line: line, column: column))
  }

  @Test("Broken UTF-8 is read with replacement characters")
  func brokenText() throws {
    let records = try CSVReader.records(of: [0x61, 0xFF, 0x2C, 0x62, 0x0A])
    #expect(records.map(\.cells) == [["a\u{FFFD}", "b"]])
  }

  @Test("A guard is taken off, a Tab that guards nothing stays")
  func guards() throws {
    #expect(try cells("a,b\n\"\t=1+1\",\"\t普通\"\n") == [["a", "b"], ["=1+1", "\t普通"]])
  }
}
