package health.vigil.intake;

import health.vigil.json.Violation;
import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The API's table of kinds, row by row: values at the limits, just over them, and of the wrong type.
class KindsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 10_000, textBlock = """
            vital-signs    | 'temperature': 38
            vital-signs    | 'temperature': 38.000
            vital-signs    | 'temperature': 3.8e1
            vital-signs    | 'temperature': {'value': 100.4, 'unit': '[degF]'}
            vital-signs    | 'temperature': {'value': 311.15, 'unit': 'K'}
            vital-signs    | 'temperature': -4
            vital-signs    | 'heartRate': {'value': 88, 'unit': '{beats}/min'}
            vital-signs    | 'heartRate': {'value': 1.5, 'unit': 'Hz'}
            vital-signs    | 'respiratoryRate': 0
            vital-signs    | 'systolic': {'value': 12, 'unit': 'kPa'}
            vital-signs    | 'diastolic': 0
            vital-signs    | 'meanArterialPressure': 999999999
            vital-signs    | 'spo2': 0.000001
            vital-signs    | 'spo2': {'value': 0.97, 'unit': '1'}
            vital-signs    | 'spo2': 97, 'temperatureSite': 'axilla'
            vital-signs    | 'heartRate': 123456789.123456
            vital-signs    | 'temperature': 38.1234567890123
            oxygen-therapy | 'device': 'room-air'
            oxygen-therapy | 'device': 'room-air', 'reason': 'comfort'
            oxygen-therapy | 'device': 'nasal-cannula', 'reason': 'hypoxia'
            oxygen-therapy | 'device': 'high-flow-nasal-cannula', 'flow': 40, 'fio2': 0.6, 'reason': 'hypoxia'
            oxygen-therapy | 'device': 'blow-by', 'reason': 'comfort'
            oxygen-therapy | 'device': 'simple-mask', 'reason': 'airway-protection'
            oxygen-therapy | 'device': 'venturi-mask', 'reason': 'sleep-apnoea'
            oxygen-therapy | 'device': 'non-rebreather', 'reason': 'procedure'
            oxygen-therapy | 'device': 'cpap', 'reason': 'sleep-apnoea'
            oxygen-therapy | 'device': 'bipap', 'reason': 'hypoxia'
            oxygen-therapy | 'device': 'ventilator', 'fio2': {'value': 40, 'unit': '%'}, 'reason': 'hypoxia'
            oxygen-therapy | 'device': 'nasal-cannula', 'flow': {'value': 2000, 'unit': 'mL/min'}, 'reason': 'hypoxia'
            oxygen-therapy | 'device': 'nasal-cannula', 'flow': -1, 'reason': 'hypoxia'
            vasopressor    | 'agent': 'epinephrine', 'action': 'started'
            vasopressor    | 'agent': 'angiotensin-ii', 'action': 'stopped'
            vasopressor    | 'agent': 'milrinone', 'action': 'started', 'rate': 0
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': {'value': 5, 'unit': 'ug/kg/min'}
            vasopressor    | 'agent': 'vasopressin', 'action': 'started', 'rate': {'value': 2.4, 'unit': 'U/h'}
            vasopressor    | 'agent': 'dobutamine', 'action': 'started', 'rate': {'value': 10, 'unit': 'mL/h'}
            fluid-bolus    | 'volume': 0, 'reason': 'hydration'
            fluid-bolus    | 'volume': {'value': 0.5, 'unit': 'L'}, 'reason': 'hypotension'
            medication     | 'drug': 'tocilizumab', 'dose': 800
            medication     | 'drug': 'anakinra', 'dose': {'value': 0.1, 'unit': 'g'}
            medication     | 'drug': 'other', 'dose': 0
            neuro-check    | 'ice': 0
            neuro-check    | 'ice': 10
            neuro-check    | 'ice': 7.0
            neuro-check    | 'ice': 1e1
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 1, 'attention': 1}
            neuro-check    | 'ice': {'orientation': 0, 'naming': 0, 'commands': 0, 'writing': 0, 'attention': 0}
            neuro-check    | 'capd': 0
            neuro-check    | 'capd': 32
            neuro-check    | 'capd': {'eyeContact': 4, 'purposeful': 4, 'aware': 4, 'communicates': 4, 'restless': 4, 'inconsolable': 4, 'underactive': 4, 'slowToRespond': 4}
            neuro-check    | 'consciousness': 'unarousable'
            neuro-check    | 'notTestable': ['ice']
            neuro-check    | 'notTestable': ['ice', 'capd']
            neuro-check    | 'notTestable': ['ice', 'ice']
            neuro-check    | 'capd': 4, 'notTestable': ['ice'], 'notTestableReason': 'intubated'
            neuro-check    | 'ice': 9, 'notTestable': []
            neuro-check    | 'tremor': false
            neuro-check    | 'handwritingChange': true
            neuro-check    | 'handwritingImage': 'data:image/jpeg;base64,/9j/'
            seizure        | 'type': 'clinical', 'durationMinutes': 0, 'resolved': true, 'returnedToBaseline': false
            seizure        | 'type': 'clinical', 'resolved': false
            oxygen-therapy | 'device': 'nasal-cannula'
            oxygen-therapy | 'device': 'other', 'deviceName': 'oxymizer', 'flow': 3
            oxygen-therapy | 'device': 'face-tent', 'flow': 10, 'reason': 'hypoxia'
            vasopressor    | 'agent': 'noradrenaline', 'action': 'paused'
            vasopressor    | 'agent': 'other', 'agentName': 'inopamil', 'action': 'changed', 'rate': 0
            vasopressor    | 'agent': 'metaraminol', 'action': 'started', 'infusionId': 'line-1'
            medication     | 'drug': 'paracetamol', 'indication': 'fever'
            medication     | 'drug': 'hydrocortisone', 'indication': 'replacement'
            medication     | 'drug': 'other', 'drugName': 'betamethasone'
            neuro-check    | 'notDone': ['ice'], 'notDoneReason': 'refused'
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3}, 'itemsNotDone': ['commands', 'writing', 'attention']
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'attention': 1, 'itemsNotDone': ['writing']}
            neuro-finding  | 'finding': 'facial-palsy', 'present': true
            lab-result     | 'analyte': 'inr', 'value': 1.4, 'unit': '1'
            lab-result     | 'analyte': 'aptt', 'value': 41, 'unit': 's'
            lab-result     | 'analyte': 'wbc', 'value': 0.2, 'unit': '10*9/L'
            crs-course     | 'action': 'opened', 'note': 'no fever under steroids'
            transfusion    | 'product': 'red-cells', 'units': 2, 'reason': 'bleeding'
            transfusion    | 'product': 'platelets', 'reason': 'count'
            transfusion    | 'product': 'plasma', 'units': 0.5, 'reason': 'procedure'
            transfusion    | 'product': 'cryoprecipitate', 'reason': 'count'
            transfusion    | 'product': 'fibrinogen', 'reason': 'count'
            culture        | 'specimen': 'blood', 'result': 'taken'
            culture        | 'specimen': 'urine', 'result': 'negative'
            culture        | 'specimen': 'blood', 'result': 'positive'
            culture        | 'specimen': 'blood', 'result': 'positive', 'organism': 'E. coli'
            disease-event  | 'what': 'progression'
            disease-event  | 'what': 'next-therapy'
            disease-event  | 'what': 'stem-cell-boost'
            weight         | 'kg': 0.000001
            weight         | 'kg': {'value': 158, 'unit': '[lb_av]'}
            syndrome-assessment | 'syndrome': 'iec-hs', 'present': true, 'grade': 5, 'basis': 'ferritin'
            syndrome-assessment | 'syndrome': 'icans-late', 'present': true, 'basis': 'aphasia on day 20'
            syndrome-assessment | 'syndrome': 'enterocolitis', 'present': false, 'grade': 0, 'basis': 'no diarrhoea'
            syndrome-assessment | 'syndrome': 'mnt', 'present': true, 'grade': 1, 'basis': 'slow gait'
            syndrome-assessment | 'syndrome': 'other', 'present': true, 'basis': 'capillary leak'
            grade-confirmation | 'syndrome': 'crs', 'day': 0, 'grade': 0
            grade-confirmation | 'syndrome': 'icans', 'day': 3650, 'grade': 5, 'note': 'seen'
            grade-confirmation | 'syndrome': 'icans', 'course': 1, 'grade': 3
            grade-confirmation | 'syndrome': 'icans', 'course': 1, 'grade': 3, 'by': 'Dr Wood'
            grade-confirmation | 'syndrome': 'crs', 'course': 99, 'grade': 4.0
            home-check     | 'confusion': false, 'speech': false, 'writing': false, 'shaking': false, 'drowsiness': true
            vital-signs    | 'temperature': 38.4, 'setting': 'home'
            vital-signs    | 'temperature': 38.4, 'setting': 'home', 'device': 'ear thermometer'
            death          | 'cause': 'iec-hs'
            vital-signs    | 'heartRate': 88, 'temperature': 38.27777777777778
            seizure        | 'type': 'clinical', 'durationMinutes': {'value': 301, 'unit': 's'}, 'resolved': true, 'returnedToBaseline': true
            neuro-finding  | 'finding': 'cushing-triad', 'present': true
            neuro-finding  | 'finding': 'intracranial-haemorrhage', 'present': false
            lab-result     | 'analyte': 'il-2-receptor', 'value': 2400, 'unit': 'U/mL'
            lab-result     | 'analyte': 'platelets', 'value': 75, 'unit': '10*9/L'
            lab-result     | 'analyte': 'neutrophils', 'value': 1200, 'unit': '/uL'
            lab-result     | 'analyte': 'platelets', 'value': 75, 'unit': '10*3/uL'
            lab-result     | 'analyte': 'd-dimer', 'value': 0.5, 'unit': 'mg/L{FEU}'
            lab-result     | 'analyte': 'fibrinogen', 'value': 150, 'unit': 'mg/dL'
            lab-result     | 'analyte': 'creatinine', 'value': 88, 'unit': 'umol/L'
            lab-result     | 'analyte': 'haemoglobin', 'value': 9, 'unit': 'g/dL'
            lab-result     | 'analyte': 'alt', 'value': 40, 'unit': 'U/L'
            lab-result     | 'analyte': 'ldh', 'value': 4, 'unit': 'ukat/L'
            lab-result     | 'analyte': 'crp', 'value': 0, 'unit': 'mg/L', 'comparator': '<'
            lab-result     | 'analyte': 'crp', 'value': 5, 'unit': 'mg/L', 'referenceLow': 5, 'referenceHigh': 5
            attribution    | 'components': ['fever', 'deep-focal-weakness'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z'
            attribution    | 'components': ['ice'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z', 'until': '2026-03-01T00:00:00.000001Z'
            attribution    | 'components': ['fever'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z', 'until': '2026-03-01T00:00:00Z'
            attribution    | 'components': ['ice'], 'cause': 'c', 'from': '2027-03-01T00:00:00Z', 'until': '9999-12-31T23:59:59Z'
            retraction     | 'observationId': 'x y', 'reason': 'r'
            death          | 'cause': 'icans'
            """)
    void isAccepted(String kind, String fields) {
        assertThat(Samples.read(kind(kind), fields)).isInstanceOf(ReadResult.Valid.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            vital-signs    |                                                     |
            vital-signs    | 'temperatureSite': 'ear'                            |
            vital-signs    | 'temperature': null                                 | temperature
            vital-signs    | 'temperature': '38'                                 | temperature
            vital-signs    | 'temperature': true                                 | temperature
            vital-signs    | 'temperature': []                                   | temperature
            vital-signs    | 'temperature': {}                                   | temperature.value,temperature.unit
            vital-signs    | 'temperature': {'value': 38}                        | temperature.unit
            vital-signs    | 'temperature': {'unit': 'Cel'}                      | temperature.value
            vital-signs    | 'temperature': {'value': '38', 'unit': 'Cel'}       | temperature.value
            vital-signs    | 'temperature': {'value': 38, 'unit': 'C'}           | temperature.unit
            vital-signs    | 'temperature': {'value': 38, 'unit': 'cel'}         | temperature.unit
            vital-signs    | 'temperature': {'value': 38, 'unit': 'mm[Hg]'}      | temperature.unit
            vital-signs    | 'temperature': {'value': 38, 'unit': ''}            | temperature.unit
            vital-signs    | 'temperature': {'value': 38, 'unit': 7}             | temperature.unit
            vital-signs    | 'temperature': {'value': 38, 'unit': 'Cel', 'x': 1} | temperature.x
            vital-signs    | 'heartRate': 88, 'temperature': 36.1234567890123456 | temperature
            vital-signs    | 'systolic': 1000000000                              | systolic
            vital-signs    | 'systolic': -1e9                                    | systolic
            vital-signs    | 'systolic': 1e9                                     | systolic
            vital-signs    | 'systolic': 1e400                                   | systolic
            vital-signs    | 'systolic': 1e-400                                  | systolic
            vital-signs    | 'systolic': 123456789.123456789                      | systolic
            vital-signs    | 'systolic': {'value': 999999999, 'unit': 'kPa'}     | systolic
            vital-signs    | 'systolic': 120, 'temperatureSite': ''              | temperatureSite
            vital-signs    | 'systolic': 120, 'device': 'room-air'               | device
            oxygen-therapy |                                                     | device
            oxygen-therapy | 'device': 'other', 'reason': 'hypoxia'               | deviceName
            oxygen-therapy | 'device': 'cpap', 'deviceName': 'x'                  | deviceName
            oxygen-therapy | 'device': 'mask', 'reason': 'hypoxia'               | device
            oxygen-therapy | 'device': 'cpap', 'reason': 'sleep-apnea'           | reason
            oxygen-therapy | 'device': 'room-air', 'reason': 'x'                 | reason
            oxygen-therapy | 'device': 'cpap', 'reason': 'hypoxia', 'flow': '2 L' | flow
            oxygen-therapy | 'device': 'cpap', 'reason': 'hypoxia', 'fio2': {'value': 40, 'unit': 'mm[Hg]'} | fio2.unit
            vasopressor    |                                                     | agent,action
            vasopressor    | 'agent': 'vasostrict', 'action': 'started'          | agent
            vasopressor    | 'agent': 'other', 'action': 'started'               | agentName
            vasopressor    | 'agent': 'dopamine', 'agentName': 'x', 'action': 'started' | agentName
            vasopressor    | 'agent': 'dopamine', 'action': 'resumed'            | action
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'infusionId': ' ' | infusionId
            vasopressor    | 'agent': 'dopamine', 'action': 'start'              | action
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': -1 | rate
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': {'value': 1} | rate.unit
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': {'value': 1, 'unit': 'Cel'} | rate.unit
            vasopressor    | 'agent': 'dopamine', 'action': 'started', 'rate': 'slow' | rate
            fluid-bolus    |                                                     | volume,reason
            fluid-bolus    | 'volume': -1, 'reason': 'hydration'                 | volume
            fluid-bolus    | 'volume': 500, 'reason': 'thirst'                   | reason
            fluid-bolus    | 'volume': {'value': 1, 'unit': 'kg'}, 'reason': 'hydration' | volume.unit
            fluid-bolus    | 'volume': {'value': 1000000, 'unit': 'L'}, 'reason': 'hydration' | volume
            medication     |                                                     | drug
            medication     | 'drug': 'tylenol'                                   | drug
            medication     | 'drug': 'aspirin', 'drugName': 'x'                  | drugName
            medication     | 'drug': 'aspirin', 'indication': 'headache'         | indication
            medication     | 'drug': 'other', 'dose': -0.1                       | dose
            medication     | 'drug': 'other', 'dose': {'value': 1, 'unit': 'mL'} | dose.unit
            medication     | 'drug': 'other', 'name': 'aspirin'                  | name
            neuro-check    |                                                     |
            neuro-check    | 'notTestable': []                                   |
            neuro-check    | 'notTestableReason': 'asleep'                       |
            neuro-check    | 'ice': 11                                           | ice
            neuro-check    | 'ice': -1                                           | ice
            neuro-check    | 'ice': 7.5                                          | ice
            neuro-check    | 'ice': '7'                                          | ice
            neuro-check    | 'ice': {}                                           | ice.orientation,ice.naming,ice.commands,ice.writing,ice.attention
            neuro-check    | 'ice': {'orientation': 5, 'naming': 4, 'commands': 2, 'writing': -1, 'attention': 0.5} | ice.orientation,ice.naming,ice.commands,ice.writing,ice.attention
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 1} | ice.attention
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 1, 'attention': 1, 'x': 1} | ice.x
            neuro-check    | 'capd': 33                                          | capd
            neuro-check    | 'capd': -1                                          | capd
            neuro-check    | 'capd': {'eyeContact': 5, 'purposeful': 4, 'aware': 4, 'communicates': 4, 'restless': 4, 'inconsolable': 4, 'underactive': 4} | capd.eyeContact,capd.slowToRespond
            neuro-check    | 'consciousness': 'asleep'                           | consciousness
            neuro-check    | 'notTestable': ['ICE']                              | notTestable[0]
            neuro-check    | 'notTestable': ['ice', 'consciousness']             | notTestable[1]
            neuro-check    | 'notTestable': 'ice'                                | notTestable
            neuro-check    | 'ice': 7, 'notTestable': ['ice']                    | notTestable
            neuro-check    | 'capd': 7, 'ice': 7, 'notTestable': ['ice', 'capd'] | notTestable,notTestable
            neuro-check    | 'ice': 7, 'tremor': 'yes'                           | tremor
            neuro-check    | 'ice': 7, 'handwritingChange': 1                    | handwritingChange
            neuro-check    | 'handwritingImage': 'data:image/svg+xml;base64,PHN2Zz4=' | handwritingImage
            neuro-check    | 'handwritingImage': 'data:image/png;base64,'        | handwritingImage
            neuro-check    | 'handwritingImage': 'data:image/png;base64,<script>' | handwritingImage
            neuro-check    | 'handwritingImage': 'https://example.org/a.png'     | handwritingImage
            seizure        |                                                     | type,resolved
            seizure        | 'type': 'clinical', 'durationMinutes': -1, 'resolved': true, 'returnedToBaseline': true | durationMinutes
            neuro-check    | 'notDone': ['ice']                                   | notDoneReason
            neuro-check    | 'ice': 7, 'notDone': ['ice'], 'notDoneReason': 'away' | notDone
            neuro-check    | 'notTestable': ['ice'], 'notDone': ['ice'], 'notDoneReason': 'away' | notDone
            neuro-check    | 'ice': 7, 'itemsNotDone': ['writing']               | itemsNotDone
            neuro-check    | 'consciousness': 'awake', 'itemsNotDone': ['writing'] | itemsNotDone
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'attention': 1} | ice.writing
            neuro-check    | 'ice': {'orientation': 4, 'naming': 3, 'commands': 1, 'writing': 1, 'attention': 1}, 'itemsNotDone': ['writing'] | ice.writing
            neuro-check    | 'ice': {}, 'itemsNotDone': ['orientation', 'naming', 'commands', 'writing', 'attention'] | ice
            crs-course     | 'action': 'reopened'                                | action
            transfusion    |                                                     | product,reason
            transfusion    | 'product': 'blood', 'units': 0, 'reason': 'fever'   | product,units,reason
            transfusion    | 'product': 'plasma', 'units': -1, 'reason': 'count' | units
            culture        |                                                     | specimen,result
            culture        | 'specimen': ' ', 'result': 'sterile'                | specimen,result
            culture        | 'specimen': 'blood', 'result': 'taken', 'organism': 'E. coli' | organism
            disease-event  |                                                     | what
            disease-event  | 'what': 'relapse'                                   | what
            weight         |                                                     | kg
            weight         | 'kg': 0                                             | kg
            weight         | 'kg': {'value': 71, 'unit': 'cm'}                   | kg.unit
            syndrome-assessment |                                                | syndrome,present,basis
            syndrome-assessment | 'syndrome': 'crs', 'present': true, 'basis': 'b' | syndrome
            syndrome-assessment | 'syndrome': 'mnt', 'present': true, 'grade': 6, 'basis': 'b' | grade
            syndrome-assessment | 'syndrome': 'mnt', 'present': false, 'grade': 1, 'basis': 'b' | grade
            grade-confirmation |                                                 | syndrome,grade,day
            home-check     |                                                     | confusion,speech,writing,shaking,drowsiness
            home-check     | 'confusion': false, 'speech': false, 'writing': false, 'shaking': false | drowsiness
            vital-signs    | 'temperature': 38.4, 'setting': 'ward'              | setting
            vital-signs    | 'temperature': 38.4, 'device': 'ear thermometer'    | device
            vital-signs    | 'temperature': 38.4, 'setting': 'home', 'device': ' ' | device
            grade-confirmation | 'syndrome': 'iec-hs', 'day': 1, 'grade': 1      | syndrome
            grade-confirmation | 'syndrome': 'crs', 'day': 1, 'course': 1, 'grade': 1 | course
            grade-confirmation | 'syndrome': 'crs', 'day': -1, 'grade': 1        | day
            grade-confirmation | 'syndrome': 'crs', 'day': 3651, 'grade': 1      | day
            grade-confirmation | 'syndrome': 'crs', 'day': 1.5, 'grade': 1       | day
            grade-confirmation | 'syndrome': 'crs', 'course': 0, 'grade': 1      | course
            grade-confirmation | 'syndrome': 'crs', 'course': 100, 'grade': 1    | course
            grade-confirmation | 'syndrome': 'crs', 'day': 1, 'grade': 6         | grade
            grade-confirmation | 'syndrome': 'crs', 'day': 1, 'grade': 1, 'note': ' ' | note
            grade-confirmation | 'syndrome': 'crs', 'day': 1, 'grade': 1, 'by': ' ' | by
            seizure        | 'type': 'focal', 'durationMinutes': 1, 'resolved': 'yes', 'returnedToBaseline': 0 | type,resolved,returnedToBaseline
            neuro-finding  |                                                     | finding,present
            neuro-finding  | 'finding': 'headache'                               | present
            neuro-finding  | 'finding': 'tremor', 'present': true                | finding
            lab-result     |                                                     | analyte,value,unit
            lab-result     | 'analyte': 'il-8', 'value': 1, 'unit': 'pg/mL'      | analyte
            lab-result     | 'analyte': 'il-6', 'value': -1, 'unit': 'pg/mL'     | value
            lab-result     | 'analyte': 'il-6', 'value': 1, 'unit': 'Cel'        | unit
            lab-result     | 'analyte': 'il-6', 'value': 1, 'unit': 'pg/ml/h'    | unit
            lab-result     | 'analyte': 'platelets', 'value': 1, 'unit': 'mg/L'  | unit
            lab-result     | 'analyte': 'platelets', 'value': 1, 'unit': 'K/uL'  | unit
            lab-result     | 'analyte': 'il-6', 'value': {'value': 1, 'unit': 'pg/mL'}, 'unit': 'pg/mL' | value
            lab-result     | 'analyte': 'il-6', 'value': '<5', 'unit': 'pg/mL'   | value
            lab-result     | 'analyte': 'il-6', 'value': 5, 'unit': 'pg/mL', 'comparator': '<=' | comparator
            lab-result     | 'analyte': 'il-6', 'value': 5, 'unit': 'pg/mL', 'comparator': 1 | comparator
            lab-result     | 'analyte': 'il-6', 'value': 5, 'unit': 'pg/mL', 'referenceLow': 6, 'referenceHigh': 5 | referenceLow
            attribution    |                                                     | components,cause,from
            attribution    | 'components': [], 'cause': 'c', 'from': '2026-03-01T00:00:00Z' | components
            attribution    | 'components': ['crs'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z' | components[0]
            attribution    | 'components': 'fever', 'cause': 'c', 'from': '2026-03-01T00:00:00Z' | components
            attribution    | 'components': ['fever'], 'cause': ' ', 'from': '2026-03-01T00:00:00Z' | cause
            attribution    | 'components': ['fever'], 'cause': 'c', 'from': '2026-03-01T00:00:00' | from
            attribution    | 'components': ['fever'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z', 'until': '2026-02-01T00:00:00Z' | until
            attribution    | 'components': ['fever'], 'cause': 'c', 'from': '2026-03-01T00:00:00Z', 'until': null | until
            retraction     |                                                     | observationId,reason
            retraction     | 'observationId': '', 'reason': ''                   | observationId,reason
            retraction     | 'observationId': 7, 'reason': 'r'                   | observationId
            death          |                                                     | cause
            death          | 'cause': 'CRS'                                      | cause
            """)
    void isRefused(String kind, @Nullable String fields, @Nullable String expected) {
        var found = Samples.violations(Samples.message(kind(kind), text(fields)));

        assertThat(String.join(",", found.stream().map(Violation::field).toList()))
                .isEqualTo(text(expected));
    }

    /// An empty cell means no fields, or the message as a whole.
    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static Kind kind(String word) {
        return Word.of(Kind.class, word).orElseThrow();
    }
}
