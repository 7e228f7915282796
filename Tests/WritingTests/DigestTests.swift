import FactModel
import Languages
import Testing
import Writing

@Suite("The digest reads well, short or long")
struct DigestTests {
  @Test("A month with one figure")
  func tiny() {
    let figure = entered(fact("440000", .currency("CNY"), .nearly))
    let totals = [total("440000", low: "430000")]
    #expect(text(of: "digest.md", report([figure], totals: totals)) == DigestTests.tinyDigest)
  }

  private static let tinyDigest = """
    # 2025年7月工会数字月报

    ## 本月概览

    - 本月读了2个版面、7篇报道，得到1个数字，计入合计，涉及1个省级行政区、1个项目；没有存疑之处。
    - 资金只有一项：浙江省江山市困难职工帮扶的“帮扶资金”，近44万元（当月）。

    ## 最大的数字

    ### 资金

    1. **浙江省江山市 · 困难职工帮扶 · 帮扶资金：近44万元**（当月；《情暖职工》，01，第4行）

       > 江山市总工会发放帮扶资金近44万元。

    ## 方法与核对

    - 当月：在本月之内，或只说近日、日前；当年：在同一年之内；累计：跨年，或起点不明；每年、每月、每日：反复发生。时段不同的数字互不相加。
    - 人与人次互不相加；人数不跨项目相加，因为同一职工可能在两个项目里。
    - 同一数字多处出现只计一次；省级数字已含的市县数字、较长时段已含的数字不再相加，站点、会员这类存量取最近的数；其中数不再相加；全国数字单列。
    - 余、超、至少：上不封顶；近、至多：下限取同样精度的前一个数；约：末位有效数字上下各半个单位。
    - 计划、标准、个案不是结果，不计入合计；比率不相加，也不取平均。
    - 本文所有数字都在同一文件夹的表里：逐条见 `facts.csv`，合计见 `summary.csv` 和各类的表，比较见 `comparison.csv`；概览里带“逾”“近”“约”的合计只取四位有效数字。
    - 一个合计由哪些数字加成：`yuebao explain 2025-07 省份 项目 类别` 列出计入的和没有计入的，各注缘由、文件与行。
    - 事实1 = 计入合计1 + 比率0 + 计划或预计0 + 标准或价格0 + 个案0 + 其中数0 + 重复0 + 已含于另一数字0 + 全国数字0
    - 页面数词1 = 事实1 + 排除0

    """

  @Test("A month without figures says so and lists nothing")
  func empty() {
    let digest = text(of: "digest.md", report())
    #expect(digest.contains("本月读了2个版面、7篇报道，没有读出可用的数字。"))
    #expect(digest.split(separator: "\n## ").count == 3)
  }

  @Test("Every picture that is written is shown, also in a month of few figures")
  func pictures() {
    let figures = [entered(fact("3")), entered(fact("4", at: Place.guangdong))]
    let totals = [total("3"), total("4", at: Place.guangdong)]
    let files = ReportWriter().files(of: report(figures, totals: totals), comparisons: [])
    let digest = text(of: "digest.md", report(figures, totals: totals))
    let drawn = files.map(\.name).filter { $0.hasPrefix("charts/") }
    #expect(drawn == ["charts/funds-bars.svg"])
    for name in drawn { #expect(digest.contains("](\(name))")) }
  }

  @Test("A long list names some and counts the rest")
  func long() {
    let figures = (1...30).map { entered(fact("\($0)", label: "第\($0)笔款")) }
    let totals = (1...30).map { total("\($0)", program: "p\($0)") }
    let digest = text(of: "digest.md", report(figures, totals: totals))
    #expect(digest.contains("第30笔款"))
    #expect(!digest.contains("第25笔款"))
    #expect(digest.contains("另有25个，见 `facts.csv`。"))
    #expect(digest.contains("另有20组，见 `summary.csv`。"))
  }

  @Test("Left-out figures, doubts and exclusions are counted; national figures stand apart")
  func leftOut() {
    let entries = [
      entered(fact()),
      ReportFact(fact: fact("5", status: .planned), span: .month, verdict: .planned),
      ReportFact(fact: fact("70000000", at: .nation), span: .year, verdict: .national),
      ReportFact(fact: fact(), span: .month, verdict: .repeat, reference: 0),
    ]
    let exclusion = Exclusion(
      document: "01", line: 9, column: 3, raw: "7月9日", reason: .date, month: month("2025-07"))
    let digest = text(
      of: "digest.md",
      report(entries, totals: [total("440000")], exclusions: [exclusion], doubts: [doubt(.row, "")])
    )
    #expect(digest.contains("其余是计划或预计1个、重复1个、全国数字1个；存疑1处，付印前请核对。"))
    #expect(digest.contains("## 全国数字"))
    #expect(digest.contains("**全国 · 困难职工帮扶 · 帮扶资金：7000万元**（当年；《情暖职工》，01，第4行）"))
    #expect(digest.contains("1. **整行**（01，第4行）：两地相近；现取江山市，也可能是衢州市。"))
    #expect(digest.contains("| 日期时间 | 1 |"))
    #expect(digest.contains("| 计划或预计 | 1 |"))
    #expect(digest.contains("- 页面数词5 = 事实4 + 排除1"))
  }

  @Test("Rates are listed from high to low, with the pooled ones")
  func rates() {
    let entries = ["90", "98.3"].map { value in
      ReportFact(
        fact: fact(value, .percent, kind: .rates, label: "解决率"), span: .month, verdict: .rate)
    }
    let totals = [
      total(nil, .percent, kind: .rates, middle: "94.15", pooled: "96.4", facts: 2)
    ]
    let digest = text(of: "digest.md", report(entries, totals: totals))
    #expect(digest.contains("1. **浙江省江山市 · 困难职工帮扶 · 解决率：98.3%**"))
    #expect(digest.contains("2. **浙江省江山市 · 困难职工帮扶 · 解决率：90%**"))
    #expect(digest.contains("| 浙江省 | 困难职工帮扶 | 当月 | 2 | 96.4% |"))
    #expect(digest.contains("没有一个计入合计：比率2个"))
  }

  @Test("Ten rates are listed one by one; of more, the highest and the lowest five")
  func manyRates() {
    func digest(_ count: Int) -> String {
      let entries = (1...count).map { value in
        ReportFact(
          fact: fact("\(value)", .percent, kind: .rates, label: "解决率"), span: .month, verdict: .rate
        )
      }
      return text(of: "digest.md", report(entries))
    }
    let (ten, eleven) = (digest(10), digest(11))
    #expect(ten.contains("从高到低：") && ten.contains("5. **浙江省江山市 · 困难职工帮扶 · 解决率：6%**"))
    #expect(ten.contains("10. **浙江省江山市 · 困难职工帮扶 · 解决率：1%**"))
    #expect(eleven.contains("最高和最低的各5个："))
    #expect(eleven.contains("5. **浙江省江山市 · 困难职工帮扶 · 解决率：7%**"))
    #expect(eleven.contains("6. **浙江省江山市 · 困难职工帮扶 · 解决率：5%**"))
    #expect(eleven.contains("另有1个，见 `facts.csv`。"))
  }

  @Test("The nation stands beside its provinces, numbers to the right")
  func nation() {
    let entry = ReportFact(
      fact: fact("70000000", at: .nation), span: .year, verdict: .national)
    let line = NationalLine(
      entry: 0, low: amount("70000000"), high: amount("70000000"), provinces: 2, allProvinces: 31,
      facts: 3, sum: amount("7000000"), difference: amount("63000000"), share: amount("10"),
      finding: .partial)
    let base = report([entry])
    let digest = text(
      of: "digest.md",
      Report(
        range: base.range, programs: base.programs, coverage: base.coverage, entries: base.entries,
        identity: base.identity, nationals: [line]))
    let table = """
      | 项目 | 名目 | 全国 | 各省之和 | 占全国% | 说明 |
      | --- | --- | ---: | ---: | ---: | ---: |
      | 困难职工帮扶 | 帮扶资金 | 7000万元 | 700万元 | 10 | 差6300万元：只有2/31个省份有可比数字 |
      """
    #expect(digest.contains(table))
  }

  @Test("Changes stand beside what was read for both months")
  func changes() {
    let key = total("300").key
    let comparison = Comparison(
      range: MonthRange(month("2025-07")), key: key, value: amount("300"),
      previous: Comparison.Change(
        coverage: Coverage(pages: 1, articles: 3, facts: 9), base: amount("200"),
        difference: amount("100"), percent: amount("50"), presence: .both),
      yearAgo: Comparison.Change(), standing: nil, coverage: Coverage())
    let digest = text(of: "digest.md", report([entered(fact())]), [comparison])
    #expect(digest.contains("### 与上月相比（2025年6月）"))
    #expect(digest.contains("本月2个版面或数据表、7篇报道、1个数字；2025年6月1个版面或数据表、3篇报道、9个数字。"))
    #expect(digest.contains("| 浙江省 | 困难职工帮扶 | 资金 | 当月 | 200元 | 300元 | +100元 | +50 |"))
    #expect(!digest.contains("与去年同月相比"))
  }

  @Test("A comparison is told in the overview with its months and what was read")
  func changeSentence() {
    func row(_ program: String, _ base: String, _ value: String, _ percent: String) -> Comparison {
      Comparison(
        range: MonthRange(month("2025-07")), key: total(value, program: program).key,
        value: amount(value),
        previous: Comparison.Change(
          coverage: Coverage(pages: 1, articles: 3, facts: 9), base: amount(base),
          difference: amount(value).subtracting(amount(base)), percent: amount(percent),
          presence: .both),
        yearAgo: Comparison.Change(), standing: nil, coverage: Coverage())
    }
    let rows = [row("safety", "200", "300", "50"), row("hardship-aid", "100", "20", "-80")]
    let figures = [entered(fact())]
    let two = text(of: "digest.md", report(figures), rows)
    #expect(
      two.contains(
        "- 与上月（2025年6月）可比的2组中，1组上升、1组下降，变动最大的是浙江省困难职工帮扶的资金，由100元到20元（-80%）；"
          + "两月各读出1个和9个数字，读得多不等于做得多。"))
    let one = text(of: "digest.md", report(figures), [rows[0]])
    #expect(one.contains("可比的只有1组，是浙江省劳动安全的资金，由200元到300元（+50%）；"))
  }

  @Test("The digest in English says the same in English")
  func english() {
    let entries = [
      entered(fact("440000", .currency("CNY"), .nearly)), entered(fact("23000000")),
      ReportFact(fact: fact("5", .person, kind: .participants), span: .month, verdict: .rule),
      ReportFact(fact: fact(), span: .month, verdict: .repeat, reference: 0),
    ]
    let totals = [total("23440000", low: "23430000", facts: 2)]
    let digest = text(
      of: "digest.md",
      report(entries, totals: totals, doubts: [doubt(.program, "3", other: "safety")]),
      language: .english)
    #expect(digest.hasPrefix("# Union news in figures, July 2025\n\n## The month in brief\n"))
    #expect(
      digest.contains(
        "- 2 pages with 7 articles gave 4 figures, of which 2 enter totals, from 1 province and 1 programme; "
          + "the rest are 1 rule or price, 1 repeat; 1 reading to check before printing."))
    #expect(
      digest.contains(
        "- Money: in all provinces nearly 23.44 million yuan (this month); of 2 figures the greatest is "
          + "23 million yuan (this month) for Hardship aid (“帮扶资金”) in 江山市, Zhejiang."))
    #expect(
      digest.contains(
        "| Zhejiang | Hardship aid | this month | 2 | nearly 23.44 million yuan | 23.43 million to 23.44 million yuan |"
      ))
    #expect(digest.contains("two places; taken as 江山市, perhaps Work safety."))
    let own = digest.split(separator: "\n").filter { !$0.contains("帮扶") && !$0.contains("江山市") }
    #expect(!own.joined().unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test("Hostile page text neither breaks a table nor runs")
  func hostile() {
    let evil = "<img src=x onerror=alert(1)>|\n## 假标题 [点](javascript:x) `"
    let unit = Unit.item(evil)
    let bad = Division(code: 330_881, name: evil, province: evil)
    let figure = entered(
      fact(
        "5", unit, kind: .counts, label: evil, at: bad, program: evil, document: evil, raw: evil,
        headline: evil, sentence: evil))
    let rate = ReportFact(
      fact: fact("5", .percent, kind: .rates, label: evil, at: bad, program: evil, sentence: evil),
      span: .month, verdict: .rate)
    let province = Division(code: 330_000, name: evil, province: evil)
    let totals = [total("5", unit, kind: .counts, at: province, program: evil, low: "4")]
    var worry = doubt(.place, evil, other: evil)
    worry.chosen = evil
    worry.message = Wording(verbatim: evil)
    let digest = text(
      of: "digest.md", report([figure, rate], totals: totals, doubts: [worry]))
    #expect(!digest.contains("<"))
    #expect(!digest.contains("\n## 假标题"))
    #expect(!digest.contains("[点]("))
    for line in digest.split(separator: "\n") where line.hasPrefix("| ") {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect([3, 7].contains(bars), "\(line)")
    }
  }
}
