// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

// What `Yuebao` exports again. Whoever imports it names these too: the build looks only at direct dependencies when
// it decides what to compile again.
let stages: [Target.Dependency] = [
  "FactModel", "Languages", "Lexicon", "Loading", "Aggregation", "Writing",
]

let package = Package(
  name: "yuebao",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Yuebao", targets: ["Yuebao"]),
    .executable(name: "yuebao", targets: ["YuebaoTool"]),
  ],
  targets: [
    // What the stages share: values, and the file format of tables.
    .target(name: "FactModel", dependencies: ["Languages"], swiftSettings: strict),
    // The calls of the operating system.
    .target(name: "Platform", swiftSettings: strict),
    .target(name: "CSVFormat", dependencies: ["Languages"], swiftSettings: strict),
    .target(
      name: "Lexicon", dependencies: ["FactModel", "CSVFormat", "Languages", "Platform"],
      exclude: ["Tables"], swiftSettings: strict, plugins: ["EmbedTables"]),
    .plugin(
      name: "EmbedTables", capability: .buildTool(), dependencies: ["TableEmbedder"],
      path: "Sources/EmbedTables"),
    .executableTarget(name: "TableEmbedder", swiftSettings: strict),
    // What the tool says, in each of its languages, and the command line, declared once.
    .target(name: "Languages", swiftSettings: strict),
    .target(name: "CommandLineKit", dependencies: ["Languages"], swiftSettings: strict),
    // The three doors. They share the model and nothing else.
    .target(
      name: "Loading",
      dependencies: ["FactModel", "CSVFormat", "Lexicon", "Languages", "Platform"],
      swiftSettings: strict),
    .target(
      name: "Aggregation", dependencies: ["FactModel", "Languages"], swiftSettings: strict),
    .target(
      name: "Writing", dependencies: ["FactModel", "CSVFormat", "Languages", "Platform"],
      swiftSettings: strict),
    // The library for other packages, and the tool.
    .target(
      name: "Yuebao",
      dependencies: stages, swiftSettings: strict),
    .testTarget(
      name: "FactModelTests", dependencies: ["TestSupport", "FactModel"], swiftSettings: strict),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: strict),
    .testTarget(
      name: "CSVFormatTests", dependencies: ["TestSupport", "CSVFormat"], swiftSettings: strict),
    .testTarget(name: "LanguagesTests", dependencies: ["Languages"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Languages"],
      swiftSettings: strict),
    .testTarget(
      name: "AggregationTests",
      dependencies: ["TestSupport", "FactModel", "Languages", "Aggregation"],
      swiftSettings: strict),
    .testTarget(
      name: "WritingTests",
      dependencies: [
        "TestSupport", "FactModel", "Languages", "CSVFormat", "Aggregation", "Writing",
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["FactModel", "CSVFormat", "Lexicon", "Loading"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LexiconTests",
      dependencies: ["Lexicon", "FactModel", "CSVFormat", "Loading", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LoadingTests",
      dependencies: ["Loading", "Lexicon", "FactModel", "Languages", "CSVFormat", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YuebaoTests", dependencies: ["Yuebao", "YuebaoTool", "TestSupport"] + stages,
      swiftSettings: strict),
    // The properties that the fuzzer tries, with what it found; `scripts/fuzz` builds the fuzzer itself.
    .testTarget(
      name: "FuzzTests", dependencies: ["CSVFormat", "TestSupport"] + stages, path: "Tests/Fuzz",
      exclude: ["Entry", "Seeds", "Kept"], swiftSettings: strict),
    .executableTarget(
      name: "YuebaoTool",
      dependencies: ["Yuebao", "CSVFormat", "CommandLineKit", "Platform"] + stages,
      swiftSettings: strict, plugins: ["EmbedCommit"]),
    .plugin(
      name: "EmbedCommit", capability: .buildTool(), dependencies: ["CommitEmbedder"],
      path: "Sources/EmbedCommit"),
    .executableTarget(name: "CommitEmbedder", swiftSettings: strict),
  ]
)
