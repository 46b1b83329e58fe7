package com.contoso.tollbooth.usage.focus;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What kind of service a meter category is, in the words of FOCUS 1.2. */
record FocusService(String category, String subcategory) {
  private static final FocusService OTHER = new FocusService("Other", "Other (Other)");

  /** The subcategories of each category. Each belongs to one category only. */
  private static final Map<String, List<String>> TAXONOMY =
      Map.ofEntries(
          entry(
              "AI and Machine Learning",
              List.of(
                  "AI Platforms",
                  "Bots",
                  "Generative AI",
                  "Machine Learning",
                  "Natural Language Processing",
                  "Other (AI and Machine Learning)")),
          entry(
              "Analytics",
              List.of(
                  "Analytics Platforms",
                  "Business Intelligence",
                  "Data Processing",
                  "Search",
                  "Streaming Analytics",
                  "Other (Analytics)")),
          entry(
              "Business Applications",
              List.of("Productivity and Collaboration", "Other (Business Applications)")),
          entry(
              "Compute",
              List.of(
                  "Containers",
                  "End User Computing",
                  "Quantum Compute",
                  "Serverless Compute",
                  "Virtual Machines",
                  "Other (Compute)")),
          entry(
              "Databases",
              List.of(
                  "Caching",
                  "Data Warehouses",
                  "Ledger Databases",
                  "NoSQL Databases",
                  "Relational Databases",
                  "Time Series Databases",
                  "Other (Databases)")),
          entry(
              "Developer Tools",
              List.of(
                  "Developer Platforms",
                  "Continuous Integration and Deployment",
                  "Development Environments",
                  "Source Code Management",
                  "Quality Assurance",
                  "Other (Developer Tools)")),
          entry("Identity", List.of("Identity and Access Management", "Other (Identity)")),
          entry(
              "Integration",
              List.of(
                  "API Management", "Messaging", "Workflow Orchestration", "Other (Integration)")),
          entry(
              "Internet of Things",
              List.of("IoT Analytics", "IoT Platforms", "Other (Internet of Things)")),
          entry(
              "Management and Governance",
              List.of(
                  "Architecture",
                  "Compliance",
                  "Cost Management",
                  "Data Governance",
                  "Disaster Recovery",
                  "Endpoint Management",
                  "Observability",
                  "Support",
                  "Other (Management and Governance)")),
          entry(
              "Media",
              List.of(
                  "Content Creation",
                  "Gaming",
                  "Media Streaming",
                  "Mixed Reality",
                  "Other (Media)")),
          entry("Migration", List.of("Data Migration", "Resource Migration", "Other (Migration)")),
          entry("Mobile", List.of("Other (Mobile)")),
          entry("Multicloud", List.of("Multicloud Integration", "Other (Multicloud)")),
          entry(
              "Networking",
              List.of(
                  "Application Networking",
                  "Content Delivery",
                  "Network Connectivity",
                  "Network Infrastructure",
                  "Network Routing",
                  "Network Security",
                  "Other (Networking)")),
          entry(
              "Security",
              List.of(
                  "Secret Management",
                  "Security Posture Management",
                  "Threat Detection and Response",
                  "Other (Security)")),
          entry(
              "Storage",
              List.of(
                  "Backup Storage",
                  "Block Storage",
                  "File Storage",
                  "Object Storage",
                  "Storage Platforms",
                  "Other (Storage)")),
          entry("Web", List.of("Application Platforms", "Other (Web)")),
          entry("Other", List.of("Other (Other)")));

  /** Azure's meter categories, in lower case. What is not here is {@link #OTHER}. */
  private static final Map<String, FocusService> BY_METER_CATEGORY =
      Map.ofEntries(
          meter("Virtual Machines", "Virtual Machines"),
          meter("Virtual Machines Licenses", "Virtual Machines"),
          meter("Cloud Services", "Virtual Machines"),
          meter("Functions", "Serverless Compute"),
          meter("Azure App Service", "Application Platforms"),
          meter("App Service", "Application Platforms"),
          meter("Container Instances", "Containers"),
          meter("Container Registry", "Containers"),
          meter("Azure Container Apps", "Containers"),
          meter("Azure Kubernetes Service", "Containers"),
          meter("Azure Virtual Desktop", "End User Computing"),
          meter("Storage", "Storage Platforms"),
          meter("Data Lake Store", "Object Storage"),
          meter("Azure NetApp Files", "File Storage"),
          meter("Backup", "Backup Storage"),
          meter("Azure Site Recovery", "Disaster Recovery"),
          meter("SQL Database", "Relational Databases"),
          meter("SQL Managed Instance", "Relational Databases"),
          meter("Azure Database for PostgreSQL", "Relational Databases"),
          meter("Azure Database for MySQL", "Relational Databases"),
          meter("Azure Cosmos DB", "NoSQL Databases"),
          meter("Redis Cache", "Caching"),
          meter("Azure Synapse Analytics", "Data Warehouses"),
          meter("Bandwidth", "Network Connectivity"),
          meter("Virtual Network", "Network Infrastructure"),
          meter("Load Balancer", "Application Networking"),
          meter("Application Gateway", "Application Networking"),
          meter("Azure Front Door Service", "Content Delivery"),
          meter("Content Delivery Network", "Content Delivery"),
          meter("VPN Gateway", "Network Connectivity"),
          meter("ExpressRoute", "Network Connectivity"),
          meter("Azure DNS", "Network Routing"),
          meter("Traffic Manager", "Network Routing"),
          meter("Azure Firewall", "Network Security"),
          meter("Azure DDoS Protection", "Network Security"),
          meter("Networking", "Other (Networking)"),
          meter("Key Vault", "Secret Management"),
          meter("Microsoft Defender for Cloud", "Security Posture Management"),
          meter("Security Center", "Security Posture Management"),
          meter("Sentinel", "Threat Detection and Response"),
          meter("Azure Monitor", "Observability"),
          meter("Log Analytics", "Observability"),
          meter("Application Insights", "Observability"),
          meter("Insight and Analytics", "Observability"),
          meter("Automation", "Other (Management and Governance)"),
          meter("Advisor", "Architecture"),
          meter("Support", "Support"),
          meter("Event Grid", "Messaging"),
          meter("Event Hubs", "Messaging"),
          meter("Service Bus", "Messaging"),
          meter("API Management", "API Management"),
          meter("Logic Apps", "Workflow Orchestration"),
          meter("Azure Data Factory", "Data Processing"),
          meter("Azure Databricks", "Analytics Platforms"),
          meter("HDInsight", "Data Processing"),
          meter("Stream Analytics", "Streaming Analytics"),
          meter("Power BI", "Business Intelligence"),
          meter("Azure Cognitive Search", "Search"),
          meter("Cognitive Services", "AI Platforms"),
          meter("Azure AI Services", "AI Platforms"),
          meter("Azure OpenAI", "Generative AI"),
          meter("Azure Machine Learning", "Machine Learning"),
          meter("Azure Bot Service", "Bots"),
          meter("IoT Hub", "IoT Platforms"),
          meter("IoT Central", "IoT Platforms"),
          meter("Azure DevOps", "Developer Platforms"),
          meter("Visual Studio", "Development Environments"),
          meter("Azure Active Directory", "Identity and Access Management"),
          meter("Azure Active Directory B2C", "Identity and Access Management"),
          meter("Media Services", "Media Streaming"),
          meter("Notification Hubs", "Other (Mobile)"));

  static FocusService of(String meterCategory) {
    return BY_METER_CATEGORY.getOrDefault(meterCategory.toLowerCase(Locale.ROOT), OTHER);
  }

  static Set<String> categories() {
    return TAXONOMY.keySet();
  }

  static Set<String> subcategories() {
    return TAXONOMY.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static Map.Entry<String, FocusService> meter(String category, String subcategory) {
    String parent =
        TAXONOMY.entrySet().stream()
            .filter(each -> each.getValue().contains(subcategory))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return entry(category.toLowerCase(Locale.ROOT), new FocusService(parent, subcategory));
  }
}
