import Languages

/// A numeral that is no fact, and why.
public struct Exclusion: Hashable, Sendable {
  /// Why a numeral is no figure.
  public enum Reason: String, CaseIterable, Sendable {
    /// 7月9日, 2024年, 晚上7时30分
    case date
    /// 连续10年, 3个小时, 7日内
    case duration
    /// 10岁, 6岁至12岁
    case age
    /// 第十一届, 首批, 一等奖
    case ordinal
    /// "321"模式, 百日行动, G2096次
    case name
    /// 40平方米, 4公里
    case measure
    /// 一名, 一场: the indefinite article
    case article
    /// 数百个, 多家: no numeral that gives a value
    case vague
    /// 三大主题, 4种形式: headings that the text goes on to list
    case list
    /// 一对一, 千方百计, and words that merely contain a numeral sign, such as 统一
    case idiom
    /// 每月一次
    case frequency
    /// 国棉六厂, 第二社区, 三亚
    case place
    /// The rest of a numeral that a line end cut; its value stands with its beginning.
    case continued
    /// A numeral larger than the program can hold exactly.
    case overflow
    /// A sheet's cell that holds no figure: empty, or a dash.
    case missing
    /// A sheet's cell that cannot be read as a figure.
    case unreadable

    /// The Chinese name that reports print.
    public var title: String {
      switch self {
      case .date: "日期时间"
      case .duration: "时长"
      case .age: "年龄"
      case .ordinal: "序数"
      case .name: "名称"
      case .measure: "物理量"
      case .article: "不定冠词"
      case .vague: "概数"
      case .list: "列举标题"
      case .idiom: "成语与词语"
      case .frequency: "频次"
      case .place: "地名门牌"
      case .continued: "断行的后半"
      case .overflow: "超出可精确表示的范围"
      case .missing: "空缺"
      case .unreadable: "无法读出"
      }
    }
  }

  /// The name of the document.
  public var document: String
  /// The line of the file, from 1.
  public var line: Int
  /// The place of the first character in that line, in Unicode scalars from 1.
  public var column: Int
  /// The expression as printed.
  public var raw: String
  /// Why it is no figure.
  public var reason: Reason
  /// The month of the page's date.
  public var month: YearMonth

  /// A numeral with its place and the reason.
  public init(
    document: String, line: Int, column: Int, raw: String, reason: Reason, month: YearMonth
  ) {
    self.document = document
    self.line = line
    self.column = column
    self.raw = raw
    self.reason = reason
    self.month = month
  }
}

/// A reading that an editor should look at.
public struct Doubt: Hashable, Sendable {
  /// What makes a reading doubtful.
  public enum Cause: String, CaseIterable, Sendable {
    /// Two places are about equally well supported.
    case place
    /// No cue decides the programme, or two are about equal.
    case program
    /// The measure word is in no table.
    case unit
    /// A printed rate contradicts the counts beside it.
    case rate
    /// A figure is a thousand times greater than its like.
    case scale
    /// A figure is greater than the one of the larger division that should hold it.
    case containment
    /// One place has two counts of one stock.
    case stock
    /// A sheet's row or cell could not be read.
    case row
    /// A row of corrections matches nothing.
    case correction

    /// The column of a fact that it is about, which a correction would settle; `nil` for doubts about rows.
    package var column: String? {
      switch self {
      case .place: "place"
      case .program: "program"
      case .unit: "unit"
      case .rate, .scale, .containment, .stock: "value"
      case .row, .correction: nil
      }
    }

    /// Whether the other reading could stand in that column; else the other figure may be the wrong one.
    package var offersCorrection: Bool {
      switch self {
      case .place, .program, .unit, .rate, .scale: true
      case .containment, .stock, .row, .correction: false
      }
    }
  }

  /// What makes it doubtful.
  public var cause: Cause
  /// The name of the document.
  public var document: String
  /// The line, from 1.
  public var line: Int
  /// The place in the line, from 1: Unicode scalars on a page, bytes in a table.
  public var column: Int
  /// The expression, or the cell, as printed.
  public var raw: String
  /// What was chosen.
  public var chosen: String
  /// The other reading.
  public var other: String
  /// What is doubtful, in each language.
  public var message: Wording
  /// The month that the doubt is filed under.
  public var month: YearMonth

  /// A doubt of its parts.
  public init(
    cause: Cause, document: String, line: Int, column: Int, raw: String, chosen: String,
    other: String, message: Wording, month: YearMonth
  ) {
    self.cause = cause
    self.document = document
    self.line = line
    self.column = column
    self.raw = raw
    self.chosen = chosen
    self.other = other
    self.message = message
    self.month = month
  }
}

/// One file that was read, for coverage.
public struct DocumentRecord: Hashable, Sendable {
  /// The file's name without its ending.
  public var name: String
  /// The newspaper, as the manifest names it; empty where it is not told.
  public var newspaper: String
  /// The month that the document is counted in.
  public var month: YearMonth
  /// How many articles it holds; 0 for a sheet.
  public var articles: Int

  /// A document of its parts.
  public init(name: String, newspaper: String, month: YearMonth, articles: Int) {
    self.name = name
    self.newspaper = newspaper
    self.month = month
    self.articles = articles
  }
}

/// What the first door hands on: every numeral is either a fact or an exclusion.
public struct LoadResult: Sendable {
  /// What was read.
  public var documents: [DocumentRecord]
  /// In document order.
  public var facts: [Fact]
  /// Every numeral that is no figure, in the order of reading.
  public var exclusions: [Exclusion]
  /// Every doubt, in the order of reading.
  public var doubts: [Doubt]

  /// What was read, of its parts; without arguments nothing.
  public init(
    documents: [DocumentRecord] = [], facts: [Fact] = [], exclusions: [Exclusion] = [],
    doubts: [Doubt] = []
  ) {
    self.documents = documents
    self.facts = facts
    self.exclusions = exclusions
    self.doubts = doubts
  }

  /// Adds what another part of the same run read, behind what is here.
  public mutating func append(_ other: LoadResult) {
    documents += other.documents
    facts += other.facts
    exclusions += other.exclusions
    doubts += other.doubts
  }
}
