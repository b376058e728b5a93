<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AboutCard</name>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Name of this phone</source>
        <translation>Nombre de este teléfono</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agencia</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Última sincronización</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>Answer later</source>
        <translation>Responder después</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Guardar la nota</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
</context>
<context>
    <name>ChoiceFlow</name>
    <message>
        <source>%1: fewer</source>
        <translation>%1: menos</translation>
    </message>
    <message>
        <source>%1: all</source>
        <translation>%1: todo</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Find: %1</source>
        <translation>Buscar: %1</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Escriba una parte del nombre</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>CodeTexts</name>
    <message>
        <source>Travel</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Employer visit</source>
        <translation>Visita a empleador</translation>
    </message>
    <message>
        <source>Job coaching</source>
        <translation>Acompañamiento laboral</translation>
    </message>
    <message>
        <source>Job search</source>
        <translation>Búsqueda de empleo</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Vinculación</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Benefits counseling</source>
        <translation>Asesoría de beneficios</translation>
    </message>
    <message>
        <source>Follow-along</source>
        <translation>Seguimiento en el empleo</translation>
    </message>
    <message>
        <source>Partner meeting</source>
        <translation>Reunión con colaboradores</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentación</translation>
    </message>
    <message>
        <source>Team meeting</source>
        <translation>Reunión de equipo</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Capacitación</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>Otro trabajo</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>VR office</source>
        <translation>Oficina de VR</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>Café</source>
        <translation>Café</translation>
    </message>
    <message>
        <source>Participant&apos;s home</source>
        <translation>Casa del participante</translation>
    </message>
    <message>
        <source>Training site</source>
        <translation>Centro de capacitación</translation>
    </message>
    <message>
        <source>Elsewhere in the community</source>
        <translation>Otro lugar de la comunidad</translation>
    </message>
    <message>
        <source>Program site</source>
        <translation>Sede del programa</translation>
    </message>
    <message>
        <source>Satellite office</source>
        <translation>Oficina satélite</translation>
    </message>
    <message>
        <source>My home</source>
        <translation>Mi casa</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por video</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Sin contacto</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feriado</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>Vacation</source>
        <translation>Vacaciones</translation>
    </message>
    <message>
        <source>Counts as community</source>
        <translation>Cuenta como comunidad</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>No cuenta</translation>
    </message>
    <message>
        <source>Not worked</source>
        <translation>No trabajado</translation>
    </message>
    <message>
        <source>an unpaid break</source>
        <translation>un descanso sin paga</translation>
    </message>
    <message>
        <source>the place is missing</source>
        <translation>falta el lugar</translation>
    </message>
    <message>
        <source>a commute from or to home</source>
        <translation>un trayecto desde o hacia su casa</translation>
    </message>
    <message>
        <source>travel to a community place</source>
        <translation>traslado a un lugar de la comunidad</translation>
    </message>
    <message>
        <source>travel back from a community place</source>
        <translation>regreso de un lugar de la comunidad</translation>
    </message>
    <message>
        <source>travel between offices</source>
        <translation>traslado entre oficinas</translation>
    </message>
    <message>
        <source>at the program site</source>
        <translation>en la sede del programa</translation>
    </message>
    <message>
        <source>at a satellite office</source>
        <translation>en una oficina satélite</translation>
    </message>
    <message>
        <source>at your own home</source>
        <translation>en su propia casa</translation>
    </message>
    <message>
        <source>documentation together with the participant</source>
        <translation>documentación junto con el participante</translation>
    </message>
    <message>
        <source>documentation without the participant</source>
        <translation>documentación sin el participante</translation>
    </message>
    <message>
        <source>a staff activity, not a service</source>
        <translation>una actividad del personal, no un servicio</translation>
    </message>
    <message>
        <source>waiting for someone who did not come</source>
        <translation>espera de alguien que no llegó</translation>
    </message>
    <message>
        <source>contact by phone or video from a community place</source>
        <translation>contacto por teléfono o video desde un lugar de la comunidad</translation>
    </message>
    <message>
        <source>work without contact with anyone</source>
        <translation>trabajo sin contacto con nadie</translation>
    </message>
    <message>
        <source>service at a community place</source>
        <translation>servicio en un lugar de la comunidad</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Meets minimum</source>
        <translation>Cumple el mínimo</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Por debajo</translation>
    </message>
    <message>
        <source>Too little data</source>
        <translation>Faltan datos</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Empleo</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Ausencia</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>location is off</source>
        <translation>la ubicación está desactivada</translation>
    </message>
    <message>
        <source>location is not allowed for this app</source>
        <translation>esta app no tiene permiso de ubicación</translation>
    </message>
    <message>
        <source>no position came in time</source>
        <translation>la posición no llegó a tiempo</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>sin señal</translation>
    </message>
    <message>
        <source>a home, kept private</source>
        <translation>una casa, se mantiene en privado</translation>
    </message>
    <message>
        <source>by agency policy</source>
        <translation>por política de la agencia</translation>
    </message>
    <message>
        <source>%1 for up to %2 min: %3</source>
        <translation>%1 hasta %2 min: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not tagged: %1</source>
        <translation>Sin marca: %1</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Con marca</translation>
    </message>
    <message>
        <source>Tagged ±%1 m</source>
        <translation>Con marca ±%1 m</translation>
    </message>
    <message>
        <source>The end is before the start: move one of them.</source>
        <translation>El final está antes del inicio: mueva uno de los dos.</translation>
    </message>
    <message>
        <source>An entry can last 24 hours at most: shorten it or split it.</source>
        <translation>Un registro puede durar 24 horas como máximo: acórtelo o divídalo.</translation>
    </message>
    <message>
        <source>The start is more than a day ahead: set an earlier day.</source>
        <translation>El inicio está a más de un día de distancia: elija un día anterior.</translation>
    </message>
    <message>
        <source>The start is before the year 2000: set a later day.</source>
        <translation>El inicio es anterior al año 2000: elija un día posterior.</translation>
    </message>
    <message>
        <source>This reaches into an approved week: ask your team lead to return that week.</source>
        <translation>Esto toca una semana aprobada: pida a su líder de equipo que la devuelva.</translation>
    </message>
    <message>
        <source>The note is too long: shorten it to 2,000 characters.</source>
        <translation>La nota es demasiado larga: acórtela a 2,000 caracteres.</translation>
    </message>
    <message>
        <source>The reason is too long: shorten it.</source>
        <translation>El motivo es demasiado largo: acórtelo.</translation>
    </message>
    <message>
        <source>The miles are no distance: write a number like 4.5.</source>
        <translation>Las millas no son una distancia: escriba un número como 4.5.</translation>
    </message>
    <message>
        <source>This program is not one of your agency&apos;s: choose another.</source>
        <translation>Este programa no es de su agencia: elija otro.</translation>
    </message>
    <message>
        <source>This participant is not known: choose another.</source>
        <translation>Este participante no se conoce: elija otro.</translation>
    </message>
    <message>
        <source>This employer is not known: choose another.</source>
        <translation>Este empleador no se conoce: elija otro.</translation>
    </message>
    <message>
        <source>The location tag makes no sense: remove it and save again.</source>
        <translation>La marca de ubicación no es válida: quítela y guarde otra vez.</translation>
    </message>
    <message>
        <source>The time is out of range: write hours like 7:30.</source>
        <translation>El tiempo está fuera de rango: escriba horas como 7:30.</translation>
    </message>
    <message>
        <source>Something in this record was not accepted: open it and save it again.</source>
        <translation>Algo de este dato no se aceptó: ábralo y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>This server cannot prove who it is: check the address, or ask your admin about its certificate.</source>
        <translation>Este servidor no puede probar su identidad: revise la dirección o pregunte a su administrador por el certificado.</translation>
    </message>
    <message>
        <source>The server cannot be reached: check the address and the connection, then try again.</source>
        <translation>No se puede llegar al servidor: revise la dirección y la conexión, y luego intente otra vez.</translation>
    </message>
    <message>
        <source>The server did not answer in time: it is tried again by itself.</source>
        <translation>El servidor no respondió a tiempo: se intentará otra vez automáticamente.</translation>
    </message>
    <message>
        <source>This code is wrong, used or expired: ask your admin for a new one.</source>
        <translation>Este código es incorrecto, ya se usó o venció: pida uno nuevo a su administrador.</translation>
    </message>
    <message>
        <source>The server does not know this phone: enroll it again with a new code.</source>
        <translation>El servidor no conoce este teléfono: inscríbalo otra vez con un código nuevo.</translation>
    </message>
    <message>
        <source>This phone&apos;s access was ended: ask your admin to enroll it again.</source>
        <translation>Se terminó el acceso de este teléfono: pida a su administrador que lo inscriba otra vez.</translation>
    </message>
    <message>
        <source>Your account was closed: ask your admin to open it again.</source>
        <translation>Su cuenta se cerró: pida a su administrador que la abra otra vez.</translation>
    </message>
    <message>
        <source>The server needs a newer Waymark: install the update, nothing is lost.</source>
        <translation>El servidor necesita un Waymark más nuevo: instale la actualización; no se pierde nada.</translation>
    </message>
    <message>
        <source>There were too many tries: wait a minute and try again.</source>
        <translation>Hubo demasiados intentos: espere un minuto e intente otra vez.</translation>
    </message>
    <message>
        <source>The server is busy: it is tried again by itself.</source>
        <translation>El servidor está ocupado: se intentará otra vez automáticamente.</translation>
    </message>
    <message>
        <source>You may not change this record: ask your team lead to do it.</source>
        <translation>Usted no puede cambiar este dato: pida a su líder de equipo que lo haga.</translation>
    </message>
    <message>
        <source>Stopped: the rest is sent next time.</source>
        <translation>Detenido: el resto se enviará la próxima vez.</translation>
    </message>
    <message>
        <source>This phone does not know your agency&apos;s time zone: install its time zone data.</source>
        <translation>Este teléfono no conoce la zona horaria de su agencia: instale los datos de zonas horarias.</translation>
    </message>
    <message>
        <source>Waymark is already open: close the other window first.</source>
        <translation>Waymark ya está abierto: cierre primero la otra ventana.</translation>
    </message>
    <message>
        <source>This record is too large to send: shorten its note.</source>
        <translation>Este dato es demasiado grande para enviarlo: acorte su nota.</translation>
    </message>
    <message>
        <source>This is no server address: write it like https://waymark.example.org.</source>
        <translation>Esto no es una dirección de servidor: escríbala como https://waymark.example.org.</translation>
    </message>
    <message>
        <source>This is no enrollment code: type it as your admin gave it.</source>
        <translation>Esto no es un código de inscripción: escríbalo como se lo dio su administrador.</translation>
    </message>
    <message>
        <source>The server answered something unknown: check that the address is right.</source>
        <translation>El servidor respondió algo desconocido: revise que la dirección sea correcta.</translation>
    </message>
    <message>
        <source>This device is full: free some space, then try again.</source>
        <translation>Este dispositivo está lleno: libere espacio y luego intente otra vez.</translation>
    </message>
    <message>
        <source>No key chain answers on this machine: unlock or install one, or start Waymark with --key-file FILE.</source>
        <translation>Ningún llavero responde en esta máquina: desbloquee o instale uno, o inicie Waymark con --key-file FILE.</translation>
    </message>
    <message>
        <source>A file on this phone cannot be used: check its free space, then try again.</source>
        <translation>Un archivo de este teléfono no se puede usar: revise el espacio libre y luego intente otra vez.</translation>
    </message>
</context>
<context>
    <name>DayBarLine</name>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>Add an entry</source>
        <translation>Agregar un registro</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>El día siguiente</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>El día anterior</translation>
    </message>
    <message>
        <source>%1 in the community, %2 on site</source>
        <translation>%1 en la comunidad, %2 en sede</translation>
    </message>
    <message>
        <source>Scheduled %1</source>
        <translation>Horario %1</translation>
    </message>
</context>
<context>
    <name>DayLate</name>
    <message>
        <source>Answer later</source>
        <translation>Responder después</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Entries of the day</source>
        <translation>Registros del día</translation>
    </message>
    <message>
        <source>Nothing recorded on this day</source>
        <translation>Nada registrado este día</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Agregar un registro</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>Choose an entry on the left to see all of it, or add one.</source>
        <translation>Elija un registro a la izquierda para verlo completo, o agregue uno.</translation>
    </message>
    <message>
        <source>No entry open</source>
        <translation>Ningún registro abierto</translation>
    </message>
</context>
<context>
    <name>DayReview</name>
    <message>
        <source>Still looks right</source>
        <translation>Sigue estando bien</translation>
    </message>
    <message>
        <source>Looks right</source>
        <translation>Está bien</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revisar otra vez</translation>
    </message>
</context>
<context>
    <name>DayStepper</name>
    <message numerus="yes">
        <source>%1: %n days earlier</source>
        <translation>
            <numerusform>%1: %n día antes</numerusform>
            <numerusform>%1: %n días antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n days later</source>
        <translation>
            <numerusform>%1: %n día después</numerusform>
            <numerusform>%1: %n días después</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>Where from?</source>
        <translation>¿Desde dónde?</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>¿Hacia dónde?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>¿Dónde?</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Which employer?</source>
        <translation>¿Qué empleador?</translation>
    </message>
    <message>
        <source>Which participant?</source>
        <translation>¿Qué participante?</translation>
    </message>
    <message>
        <source>Participant present</source>
        <translation>Participante presente</translation>
    </message>
    <message>
        <source>Hiring manager</source>
        <translation>Quien contrata</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>No llegó nadie</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Agregar nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Where are you?</source>
        <translation>¿Dónde está usted?</translation>
    </message>
    <message>
        <source>How did you meet?</source>
        <translation>¿Cómo fue el contacto?</translation>
    </message>
    <message>
        <source>For which program?</source>
        <translation>¿Para qué programa?</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>When did it begin?</source>
        <translation>¿Cuándo empezó?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>5 min earlier</source>
        <translation>5 min antes</translation>
    </message>
    <message>
        <source>15 min earlier</source>
        <translation>15 min antes</translation>
    </message>
    <message>
        <source>Or at this time</source>
        <translation>O a esta hora</translation>
    </message>
    <message>
        <source>Time it began, as hours and minutes</source>
        <translation>Hora en que empezó, en horas y minutos</translation>
    </message>
    <message>
        <source>9:40</source>
        <translation>9:40</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>%1, the last stop</source>
        <translation>%1, la última parada</translation>
    </message>
</context>
<context>
    <name>EditorFooter</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>EditorHistory</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n versión</numerusform>
            <numerusform>%n versiones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · as it is now</source>
        <translation>%1 · %2 · como está ahora</translation>
    </message>
    <message>
        <source>Bring back the version of %1</source>
        <translation>Recuperar la versión de %1</translation>
    </message>
    <message>
        <source>Bring this back</source>
        <translation>Recuperar esta</translation>
    </message>
</context>
<context>
    <name>EditorNotes</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>This was entered more than a day afterwards; your lead will see the reason.</source>
        <translation>Esto se anotó más de un día después; su líder verá el motivo.</translation>
    </message>
    <message>
        <source>Why it comes late</source>
        <translation>Por qué llega tarde</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Back to the day</source>
        <translation>Volver al día</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Registro nuevo</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Don&apos;t add it</source>
        <translation>No agregarlo</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Deshacer cambios</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Delete this entry</source>
        <translation>Borrar este registro</translation>
    </message>
</context>
<context>
    <name>EditorTags</name>
    <message>
        <source>Location tags</source>
        <translation>Marcas de ubicación</translation>
    </message>
    <message>
        <source>Remove the start&apos;s location</source>
        <translation>Quitar la ubicación del inicio</translation>
    </message>
    <message>
        <source>Remove the stop&apos;s location</source>
        <translation>Quitar la ubicación del final</translation>
    </message>
</context>
<context>
    <name>EditorTimes</name>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Move the entry to the day before</source>
        <translation>Mover el registro al día anterior</translation>
    </message>
    <message>
        <source>Move the entry to the day after</source>
        <translation>Mover el registro al día siguiente</translation>
    </message>
    <message>
        <source>For one that was never stopped: it ends now, to be moved to where it was.</source>
        <translation>Para uno que nunca se detuvo: termina ahora, y luego se mueve a su hora.</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Sigue en curso</translation>
    </message>
    <message>
        <source>Give it an end</source>
        <translation>Ponerle un final</translation>
    </message>
</context>
<context>
    <name>EditorWhat</name>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hacia</translation>
    </message>
    <message>
        <source>Miles driven</source>
        <translation>Millas recorridas</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
</context>
<context>
    <name>EditorWho</name>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Participant was present</source>
        <translation>El participante estuvo presente</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Met someone who can hire</source>
        <translation>Habló con alguien que puede contratar</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>No llegó nadie</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
</context>
<context>
    <name>EmployerFacts</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar al %1</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Ramo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Only the name is known: Edit adds whom to ask for, and how to reach them.</source>
        <translation>Solo se conoce el nombre: en Editar puede agregar por quién preguntar y cómo comunicarse.</translation>
    </message>
</context>
<context>
    <name>EmployerForm</name>
    <message>
        <source>Back to the network</source>
        <translation>Volver a la red</translation>
    </message>
    <message>
        <source>New employer</source>
        <translation>Empleador nuevo</translation>
    </message>
    <message>
        <source>Edit employer</source>
        <translation>Editar empleador</translation>
    </message>
    <message>
        <source>The name is enough; the rest can follow.</source>
        <translation>Basta el nombre; lo demás puede venir después.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Whom to ask for</source>
        <translation>Por quién preguntar</translation>
    </message>
    <message>
        <source>The contact&apos;s position</source>
        <translation>El cargo de la persona</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Ramo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Use where I am</source>
        <translation>Usar donde estoy</translation>
    </message>
    <message>
        <source>Remove the position</source>
        <translation>Quitar la posición</translation>
    </message>
    <message>
        <source>The whole agency sees it: nothing about a participant.</source>
        <translation>Lo ve toda la agencia: nada sobre un participante.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Add to the network</source>
        <translation>Agregar a la red</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>EmployerNamesakes</name>
    <message>
        <source>Already in the network:</source>
        <translation>Ya está en la red:</translation>
    </message>
    <message>
        <source>Already in the network: %1. Open it.</source>
        <translation>Ya está en la red: %1. Abrirlo.</translation>
    </message>
</context>
<context>
    <name>EmployerNext</name>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>None yet: say what you will do, and when.</source>
        <translation>Aún ninguno: diga qué hará y cuándo.</translation>
    </message>
    <message>
        <source>Write the next step</source>
        <translation>Escribir el próximo paso</translation>
    </message>
    <message>
        <source>Bring two résumés</source>
        <translation>Llevar dos currículums</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>En una semana</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Otro día</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Day of the next step</source>
        <translation>Día del próximo paso</translation>
    </message>
    <message>
        <source>11/24 or 24 Nov</source>
        <translation>11/24 o 24 nov</translation>
    </message>
</context>
<context>
    <name>EmployerPane</name>
    <message>
        <source>Back to the network</source>
        <translation>Volver a la red</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>This employer was taken out of the network.</source>
        <translation>Este empleador se quitó de la red.</translation>
    </message>
    <message>
        <source>Start visit here</source>
        <translation>Iniciar visita aquí</translation>
    </message>
    <message>
        <source>Take out of the network</source>
        <translation>Quitar de la red</translation>
    </message>
</context>
<context>
    <name>EmployerPlaced</name>
    <message>
        <source>Your participants here</source>
        <translation>Sus participantes aquí</translation>
    </message>
</context>
<context>
    <name>EmployerRow</name>
    <message>
        <source>Not in the network any more</source>
        <translation>Ya no está en la red</translation>
    </message>
</context>
<context>
    <name>EmployerVisits</name>
    <message>
        <source>Your visits</source>
        <translation>Sus visitas</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Las %1</translation>
    </message>
</context>
<context>
    <name>EmployersHead</name>
    <message>
        <source>Employers</source>
        <translation>Empleadores</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add an employer</source>
        <translation>Agregar un empleador</translation>
    </message>
    <message>
        <source>Look for an employer</source>
        <translation>Buscar un empleador</translation>
    </message>
    <message>
        <source>Name, contact, industry, street</source>
        <translation>Nombre, contacto, ramo, calle</translation>
    </message>
</context>
<context>
    <name>EmployersList</name>
    <message>
        <source>Employers</source>
        <translation>Empleadores</translation>
    </message>
    <message>
        <source>Add an employer</source>
        <translation>Agregar un empleador</translation>
    </message>
    <message numerus="yes">
        <source>Show %n removed</source>
        <translation>
            <numerusform>Ver %n quitado</numerusform>
            <numerusform>Ver %n quitados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmployersPage</name>
    <message>
        <source>Choose an employer on the left to see all of it, or add one.</source>
        <translation>Elija un empleador a la izquierda para verlo completo, o agregue uno.</translation>
    </message>
    <message>
        <source>No employer open</source>
        <translation>Ningún empleador abierto</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Waymark</source>
        <translation>Waymark</translation>
    </message>
    <message>
        <source>Your time in the community, recorded with one tap, with or without signal. To begin, your admin gives you a link or a code.</source>
        <translation>Su tiempo en la comunidad, registrado con un toque, con señal o sin ella. Para empezar, su administrador le da un enlace o un código.</translation>
    </message>
    <message>
        <source>It begins with waymark://enroll.</source>
        <translation>Empieza con waymark://enroll.</translation>
    </message>
    <message>
        <source>Link from your admin</source>
        <translation>Enlace de su administrador</translation>
    </message>
    <message>
        <source>or type both of these</source>
        <translation>o escriba estos dos datos</translation>
    </message>
    <message>
        <source>As your admin gave it to you.</source>
        <translation>Como se la dio su administrador.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Eight letters and digits; it works once, for an hour.</source>
        <translation>Ocho letras y dígitos; sirve una vez, durante una hora.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Your admin sees this name beside your phone.</source>
        <translation>Su administrador ve este nombre junto a su teléfono.</translation>
    </message>
    <message>
        <source>Name of this phone</source>
        <translation>Nombre de este teléfono</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Consultando al servidor</translation>
    </message>
    <message>
        <source>Enroll this phone</source>
        <translation>Inscribir este teléfono</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>FormFooter</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Ctrl + 1 to 5</source>
        <translation>Ctrl + 1 a 5</translation>
    </message>
    <message>
        <source>Now, Day, Week, Employers, More</source>
        <translation>Ahora, Día, Semana, Empleadores, Más</translation>
    </message>
    <message>
        <source>Ctrl + N</source>
        <translation>Ctrl + N</translation>
    </message>
    <message>
        <source>A new entry on the day shown</source>
        <translation>Un registro nuevo en el día que se ve</translation>
    </message>
    <message>
        <source>Ctrl + S</source>
        <translation>Ctrl + S</translation>
    </message>
    <message>
        <source>Save the open entry</source>
        <translation>Guardar el registro abierto</translation>
    </message>
    <message>
        <source>Ctrl + Z</source>
        <translation>Ctrl + Z</translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>Ctrl + full stop</source>
        <translation>Ctrl + punto</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>Detener lo que está en curso</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Alt + left or right</source>
        <translation>Alt + izquierda o derecha</translation>
    </message>
    <message>
        <source>The day or week before or after</source>
        <translation>El día o la semana anterior o siguiente</translation>
    </message>
    <message>
        <source>Tab, or the arrows</source>
        <translation>Tab o las flechas</translation>
    </message>
    <message>
        <source>From one thing to the next</source>
        <translation>De una cosa a la siguiente</translation>
    </message>
    <message>
        <source>Enter or space</source>
        <translation>Intro o espacio</translation>
    </message>
    <message>
        <source>Press it</source>
        <translation>Presionarlo</translation>
    </message>
    <message>
        <source>Up and down on a time</source>
        <translation>Arriba y abajo sobre una hora</translation>
    </message>
    <message>
        <source>Five minutes later or earlier; with Page Up and Page Down fifteen</source>
        <translation>Cinco minutos después o antes; con Re Pág y Av Pág, quince</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is open, then go back</source>
        <translation>Cerrar lo abierto y luego volver</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Esta lista</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Hours of leave</source>
        <translation>Horas de ausencia</translation>
    </message>
    <message>
        <source>7:30</source>
        <translation>7:30</translation>
    </message>
    <message>
        <source>Add leave</source>
        <translation>Agregar ausencia</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Waymark</source>
        <translation>Waymark</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Theme, text size, location tags</source>
        <translation>Tema, tamaño del texto, marcas de ubicación</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Your caseload, and what is due</source>
        <translation>Sus participantes y lo pendiente</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Your team&apos;s week, to look at</source>
        <translation>La semana de su equipo, para consultar</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>Something needs you</source>
        <translation>Algo requiere su atención</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Employers</source>
        <translation>Empleadores</translation>
    </message>
</context>
<context>
    <name>NeedsYouCard</name>
    <message>
        <source>Mine: %1</source>
        <translation>Lo mío: %1</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Lo otro: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Conservar lo otro</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Give my change up</source>
        <translation>Renunciar a mi cambio</translation>
    </message>
    <message>
        <source>Mine (%1)</source>
        <translation>Lo mío (%1)</translation>
    </message>
    <message>
        <source>Theirs (%1)</source>
        <translation>Lo otro (%1)</translation>
    </message>
    <message>
        <source>Keep mine: your version replaces theirs for everyone.</source>
        <translation>Conservar lo mío: su versión reemplaza a la otra para todos.</translation>
    </message>
    <message>
        <source>Keep theirs: their version stays, and your change goes.</source>
        <translation>Conservar lo otro: la otra versión se queda y su cambio se descarta.</translation>
    </message>
    <message>
        <source>Edit: you make one version out of both.</source>
        <translation>Editar: usted hace una sola versión de las dos.</translation>
    </message>
    <message>
        <source>Give my change up: it goes, and what the server has is shown again.</source>
        <translation>Renunciar a mi cambio: se descarta y se vuelve a mostrar lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>Give my change up: it goes from this phone; the server never had it.</source>
        <translation>Renunciar a mi cambio: se quita de este teléfono; el servidor nunca lo tuvo.</translation>
    </message>
</context>
<context>
    <name>NetworkTexts</name>
    <message>
        <source>Next steps due</source>
        <translation>Próximos pasos pendientes</translation>
    </message>
    <message>
        <source>The network by name</source>
        <translation>La red por nombre</translation>
    </message>
    <message>
        <source>Not in the network any more</source>
        <translation>Ya no está en la red</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>hace %n semana</numerusform>
            <numerusform>hace %n semanas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>hace %n mes</numerusform>
            <numerusform>hace %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>No visit of yours yet</source>
        <translation>Aún sin visita suya</translation>
    </message>
    <message>
        <source>Last visit %1</source>
        <translation>Última visita %1</translation>
    </message>
    <message>
        <source>Last visit %1, %2</source>
        <translation>Última visita %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n visits this week</source>
        <translation>
            <numerusform>%n visita esta semana</numerusform>
            <numerusform>%n visitas esta semana</numerusform>
        </translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>%1 · overdue since %2</source>
        <translation>%1 · vencido desde %2</translation>
    </message>
    <message>
        <source>Meet in the week before the start</source>
        <translation>Reunirse en la semana previa al inicio</translation>
    </message>
    <message>
        <source>Meet within 3 days of the start</source>
        <translation>Reunirse dentro de 3 días del inicio</translation>
    </message>
    <message>
        <source>Weekly meeting, %1 of 4</source>
        <translation>Reunión semanal, %1 de 4</translation>
    </message>
    <message>
        <source>Monthly meeting, month %1 of 12</source>
        <translation>Reunión mensual, mes %1 de 12</translation>
    </message>
    <message>
        <source>1 contact of 30 minutes this month</source>
        <translation>1 contacto de 30 minutos este mes</translation>
    </message>
    <message>
        <source>2 contacts of 30 minutes a month, %1 so far</source>
        <translation>2 contactos de 30 minutos al mes, %1 hasta ahora</translation>
    </message>
    <message>
        <source>Meet someone who can hire</source>
        <translation>Reunirse con alguien que puede contratar</translation>
    </message>
    <message>
        <source>%1 · from %2</source>
        <translation>%1 · desde %2</translation>
    </message>
    <message>
        <source>%1 · by %2</source>
        <translation>%1 · hasta %2</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>Vencido desde %1</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>due</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>incumplido</translation>
    </message>
    <message numerus="yes">
        <source>After %n days, on %1</source>
        <translation>
            <numerusform>Después de %n día, el %1</numerusform>
            <numerusform>Después de %n días, el %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Enters the program on %1</source>
        <translation>Entra al programa el %1</translation>
    </message>
    <message numerus="yes">
        <source>Not yet, after %n days</source>
        <translation>
            <numerusform>Aún no, después de %n día</numerusform>
            <numerusform>Aún no, después de %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Competitive</source>
        <translation>Competitivo</translation>
    </message>
    <message>
        <source>Work-based learning</source>
        <translation>Aprendizaje en el trabajo</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Voluntario</translation>
    </message>
    <message>
        <source>%1, %2 h a week</source>
        <translation>%1, %2 h por semana</translation>
    </message>
    <message>
        <source>%1 at %2, %3 h a week</source>
        <translation>%1 en %2, %3 h por semana</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>Con empleo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
</context>
<context>
    <name>NowActivities</name>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
</context>
<context>
    <name>NowNotes</name>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>NowStatus</name>
    <message>
        <source>In the community this week</source>
        <translation>En la comunidad esta semana</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>Tap what you are doing. It starts at once, with or without signal.</source>
        <translation>Toque lo que está haciendo. Empieza de inmediato, con señal o sin ella.</translation>
    </message>
    <message>
        <source>Tap what you are doing.</source>
        <translation>Toque lo que está haciendo.</translation>
    </message>
</context>
<context>
    <name>NowSuggestion</name>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
</context>
<context>
    <name>NowSuggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>I am here: %1</source>
        <translation>Estoy aquí: %1</translation>
    </message>
    <message>
        <source>Start any activity</source>
        <translation>Iniciar cualquier actividad</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Back to the tiles</source>
        <translation>Volver a los botones</translation>
    </message>
    <message>
        <source>More activities</source>
        <translation>Más actividades</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>NowToday</name>
    <message>
        <source>Today so far</source>
        <translation>Hoy hasta ahora</translation>
    </message>
    <message>
        <source>Nothing yet. What you start shows here.</source>
        <translation>Aún nada. Lo que usted inicie aparece aquí.</translation>
    </message>
</context>
<context>
    <name>ParticipantContacts</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Los %1</translation>
    </message>
</context>
<context>
    <name>ParticipantDues</name>
    <message>
        <source>What is due</source>
        <translation>Lo pendiente</translation>
    </message>
    <message>
        <source>First meeting with someone who can hire (within 30 days)</source>
        <translation>Primera reunión con alguien que puede contratar (dentro de 30 días)</translation>
    </message>
    <message>
        <source>First contact with an employer, by either of you</source>
        <translation>Primer contacto con un empleador, de cualquiera de los dos</translation>
    </message>
</context>
<context>
    <name>ParticipantForm</name>
    <message>
        <source>Back to the caseload</source>
        <translation>Volver a sus participantes</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>Participante nuevo</translation>
    </message>
    <message>
        <source>Edit participant</source>
        <translation>Editar participante</translation>
    </message>
    <message>
        <source>Code or initials</source>
        <translation>Código o iniciales</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Entered the program</source>
        <translation>Entró al programa</translation>
    </message>
    <message>
        <source>The record falls under the federal rules for substance use treatment.</source>
        <translation>El expediente está bajo las reglas federales de tratamiento por uso de sustancias.</translation>
    </message>
    <message>
        <source>42 CFR Part 2</source>
        <translation>42 CFR Parte 2</translation>
    </message>
    <message>
        <source>Add to the caseload</source>
        <translation>Agregar a sus participantes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>ParticipantJobForm</name>
    <message>
        <source>Back to %1</source>
        <translation>Volver a %1</translation>
    </message>
    <message>
        <source>New job for %1</source>
        <translation>Empleo nuevo de %1</translation>
    </message>
    <message>
        <source>Job of %1</source>
        <translation>Empleo de %1</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Look for the employer</source>
        <translation>Buscar el empleador</translation>
    </message>
    <message>
        <source>Name, industry, street</source>
        <translation>Nombre, ramo, calle</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Stock clerk</source>
        <translation>Auxiliar de almacén</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Horas por semana</translation>
    </message>
    <message>
        <source>Follow-along dates go with competitive work.</source>
        <translation>Las fechas de seguimiento son del empleo competitivo.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>The job has an end</source>
        <translation>El empleo tiene un final</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Remove this job</source>
        <translation>Quitar este empleo</translation>
    </message>
    <message>
        <source>Add the job</source>
        <translation>Agregar el empleo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>ParticipantJobs</name>
    <message>
        <source>Jobs</source>
        <translation>Empleos</translation>
    </message>
    <message>
        <source>None yet. A competitive job sets the dates of follow-along.</source>
        <translation>Aún ninguno. Un empleo competitivo fija las fechas de seguimiento.</translation>
    </message>
    <message>
        <source>Add a job</source>
        <translation>Agregar un empleo</translation>
    </message>
</context>
<context>
    <name>ParticipantPane</name>
    <message>
        <source>Back to the caseload</source>
        <translation>Volver a sus participantes</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>Registrar contacto</translation>
    </message>
    <message>
        <source>Open the case again</source>
        <translation>Reabrir el caso</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Cerrar el caso</translation>
    </message>
</context>
<context>
    <name>ParticipantsList</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Agregar un participante</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Your caseload</source>
        <translation>Sus participantes</translation>
    </message>
    <message>
        <source>Add whom you work with by initials or the agency&apos;s code: what is due then shows here.</source>
        <translation>Agregue a las personas con quienes trabaja por iniciales o código de la agencia: lo pendiente aparece aquí.</translation>
    </message>
    <message>
        <source>Nobody on your caseload yet</source>
        <translation>Aún no tiene participantes</translation>
    </message>
    <message numerus="yes">
        <source>Show %n closed</source>
        <translation>
            <numerusform>Ver %n cerrado</numerusform>
            <numerusform>Ver %n cerrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantsPage</name>
    <message>
        <source>Choose someone on the left to see what is due, or add someone.</source>
        <translation>Elija a alguien a la izquierda para ver lo pendiente, o agregue a alguien.</translation>
    </message>
    <message>
        <source>Nobody open</source>
        <translation>Nadie abierto</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Waymark is already open with the data in %1: close it first, or give another --data.</source>
        <translation>Waymark ya está abierto con los datos de %1: ciérrelo primero o indique otro --data.</translation>
    </message>
    <message>
        <source>The data in %1 was written by a newer Waymark: install that version; nothing was changed.</source>
        <translation>Los datos de %1 los escribió un Waymark más nuevo: instale esa versión; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 is damaged and was left as it is: move it away and enroll again, and keep it for your admin, who may read what was not sent.</source>
        <translation>%1 está dañado y se dejó como está: muévalo a otro lugar e inscríbase otra vez, y guárdelo para su administrador, que quizá pueda leer lo que no se envió.</translation>
    </message>
    <message>
        <source>The storage that holds %1 is full: free some space and start again.</source>
        <translation>El almacenamiento de %1 está lleno: libere espacio y empiece otra vez.</translation>
    </message>
    <message>
        <source>%1 cannot be read and written: give yourself the right to it, or another --data.</source>
        <translation>%1 no se puede leer ni escribir: dese permiso o indique otro --data.</translation>
    </message>
</context>
<context>
    <name>ReasonChips</name>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>sigue en curso</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Participant present</source>
        <translation>Participante presente</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Hiring manager</source>
        <translation>Quien contrata</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>No llegó nadie</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Why late</source>
        <translation>Por qué tarde</translation>
    </message>
    <message>
        <source>Location at start</source>
        <translation>Ubicación al inicio</translation>
    </message>
    <message>
        <source>Location at end</source>
        <translation>Ubicación al final</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Ramo</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>Their title</source>
        <translation>Su cargo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>On</source>
        <translation>El día</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Part 2</source>
        <translation>Parte 2</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Horas por semana</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>entregada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borrado</translation>
    </message>
    <message>
        <source>made by a newer Waymark</source>
        <translation>hecho por un Waymark más nuevo</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1: quitado</translation>
    </message>
    <message>
        <source>Nothing that shows</source>
        <translation>Nada visible</translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message>
        <source>At the end of the day: what still runs, what is missing, a week that is not submitted. And after four hours with one entry. Never with a participant&apos;s name.</source>
        <translation>Al final del día: lo que sigue en curso, lo que falta, una semana sin entregar. Y después de cuatro horas con un mismo registro. Nunca con el nombre de un participante.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>Final del día</translation>
    </message>
    <message>
        <source>Remind half an hour earlier</source>
        <translation>Recordar media hora antes</translation>
    </message>
    <message>
        <source>−30</source>
        <translation>−30</translation>
    </message>
    <message>
        <source>End of the day at %1</source>
        <translation>Final del día a las %1</translation>
    </message>
    <message>
        <source>Remind half an hour later</source>
        <translation>Recordar media hora después</translation>
    </message>
    <message>
        <source>+30</source>
        <translation>+30</translation>
    </message>
</context>
<context>
    <name>ReviewTexts</name>
    <message>
        <source>overlaps another entry by %1</source>
        <translation>se superpone con otro registro por %1</translation>
    </message>
    <message>
        <source>%1 before it are not logged</source>
        <translation>%1 antes están sin registrar</translation>
    </message>
    <message>
        <source>no place given</source>
        <translation>falta el lugar</translation>
    </message>
    <message>
        <source>ran for %1</source>
        <translation>duró %1</translation>
    </message>
    <message>
        <source>entered late: say why</source>
        <translation>anotado tarde: diga por qué</translation>
    </message>
    <message>
        <source>this phone&apos;s clock was wrong by %1</source>
        <translation>el reloj de este teléfono tenía un error de %1</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 of the schedule are not logged</source>
        <translation>%1 del horario están sin registrar</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) without a location tag</source>
        <translation>
            <numerusform>%n registro sin marca de ubicación</numerusform>
            <numerusform>%n registros sin marca de ubicación</numerusform>
        </translation>
    </message>
    <message>
        <source>I forgot to tap</source>
        <translation>Olvidé tocar</translation>
    </message>
    <message>
        <source>I had no phone with me</source>
        <translation>No llevaba el teléfono</translation>
    </message>
    <message>
        <source>The phone was off or empty</source>
        <translation>El teléfono estaba apagado o sin batería</translation>
    </message>
    <message>
        <source>My lead asked for it</source>
        <translation>Mi líder lo pidió</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>En curso desde hace %1</translation>
    </message>
    <message>
        <source>Began earlier</source>
        <translation>Empezó antes</translation>
    </message>
    <message>
        <source>Pin to suggestions</source>
        <translation>Fijar en sugerencias</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Menos detalles</translation>
    </message>
    <message>
        <source>All details</source>
        <translation>Todos los detalles</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>A−</source>
        <translation>A−</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>A+</source>
        <translation>A+</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>One position when an entry starts and one when it stops, as evidence that it was in the community. Never a track, never at a home, and you can remove each of them.</source>
        <translation>Una posición cuando un registro empieza y otra cuando termina, como prueba de que fue en la comunidad. Nunca un recorrido, nunca en una casa, y usted puede quitar cada una.</translation>
    </message>
    <message>
        <source>Location tags</source>
        <translation>Marcas de ubicación</translation>
    </message>
    <message>
        <source>Sync on Wi-Fi only</source>
        <translation>Sincronizar solo con Wi-Fi</translation>
    </message>
</context>
<context>
    <name>ShareBlock</name>
    <message>
        <source>%1 in the community, %2</source>
        <translation>%1 en la comunidad, %2</translation>
    </message>
</context>
<context>
    <name>SnackBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>StartError</name>
    <message>
        <source>Waymark</source>
        <translation>Waymark</translation>
    </message>
    <message>
        <source>Waymark cannot open its data</source>
        <translation>Waymark no puede abrir sus datos</translation>
    </message>
</context>
<context>
    <name>SwitchRow</name>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>On this phone, oldest first</source>
        <translation>En este teléfono, lo más antiguo primero</translation>
    </message>
    <message>
        <source>No network for days? Save what is unsent to a file and hand it to your admin.</source>
        <translation>¿Días sin red? Guarde lo no enviado en un archivo y entréguelo a su administrador.</translation>
    </message>
    <message>
        <source>Save the unsent to a file</source>
        <translation>Guardar lo no enviado en un archivo</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Last synced: %1</source>
        <translation>Última sincronización: %1</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Detener el envío</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>Mientras tanto puede seguir trabajando.</translation>
    </message>
</context>
<context>
    <name>SyncTexts</name>
    <message>
        <source>On this phone</source>
        <translation>En este teléfono</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Held: the week is approved; ask your lead to return it</source>
        <translation>Retenido: la semana está aprobada; pida a su líder que la devuelva</translation>
    </message>
    <message>
        <source>Needs you: changed in two places, choose one in Sync</source>
        <translation>Por revisar: se cambió en dos lugares; elija uno en Sincronización</translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation>Por revisar: %1</translation>
    </message>
    <message>
        <source>Decided; sent with the next sync.</source>
        <translation>Decidido; se envía con la próxima sincronización.</translation>
    </message>
    <message>
        <source>This was changed in two places: choose which one stays.</source>
        <translation>Esto se cambió en dos lugares: elija cuál se queda.</translation>
    </message>
    <message>
        <source>The week is approved: ask your lead to return it, or give this change up.</source>
        <translation>La semana está aprobada: pida a su líder que la devuelva, o renuncie a este cambio.</translation>
    </message>
    <message>
        <source>this phone</source>
        <translation>este teléfono</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The week is approved: ask your lead to return it.</source>
        <translation>La semana está aprobada: pida a su líder que la devuelva.</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>TeamHead</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>Preguntar de nuevo al servidor</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>La semana siguiente</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>La semana anterior</translation>
    </message>
</context>
<context>
    <name>TeamList</name>
    <message>
        <source>Only a team&apos;s lead sees the team&apos;s week: ask your admin if you are to be one.</source>
        <translation>Solo quien lidera un equipo ve la semana del equipo: pregunte a su administrador si debe ser usted.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Se está preguntando al servidor.</translation>
    </message>
    <message>
        <source>Ask the server when there is a signal.</source>
        <translation>Pregunte al servidor cuando haya señal.</translation>
    </message>
    <message>
        <source>This week is not on this phone yet</source>
        <translation>Esta semana aún no está en este teléfono</translation>
    </message>
    <message>
        <source>For leads</source>
        <translation>Para líderes</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Choose someone on the left to see their week.</source>
        <translation>Elija a alguien a la izquierda para ver su semana.</translation>
    </message>
    <message>
        <source>Nobody open</source>
        <translation>Nadie abierto</translation>
    </message>
</context>
<context>
    <name>TeamPersonPane</name>
    <message>
        <source>Back to the team</source>
        <translation>Volver al equipo</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>In the community</source>
        <translation>En la comunidad</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>By activity</source>
        <translation>Por actividad</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Por lugar</translation>
    </message>
</context>
<context>
    <name>TeamRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>TeamShare</name>
    <message>
        <source>In the community, pooled</source>
        <translation>En la comunidad, en conjunto</translation>
    </message>
</context>
<context>
    <name>TeamTexts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 submitted</source>
        <translation>%1 de %2 entregadas</translation>
    </message>
    <message>
        <source>Everyone was heard from in the last 24 hours</source>
        <translation>Hubo noticias de todos en las últimas 24 horas</translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n not heard from in the last 24 hours</source>
        <translation>
            <numerusform>Provisional: %n sin noticias en las últimas 24 horas</numerusform>
            <numerusform>Provisional: %n sin noticias en las últimas 24 horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n not heard from, the longest since %1</source>
        <translation>
            <numerusform>Provisional: %n sin noticias, desde %1</numerusform>
            <numerusform>Provisional: %n sin noticias, la más antigua desde %1</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Datos de %1</translation>
    </message>
    <message>
        <source>below %1 %</source>
        <translation>por debajo del %1 %</translation>
    </message>
    <message>
        <source>not heard from since %1</source>
        <translation>sin noticias desde %1</translation>
    </message>
    <message>
        <source>never heard from</source>
        <translation>nunca hubo noticias</translation>
    </message>
    <message>
        <source>not submitted</source>
        <translation>sin entregar</translation>
    </message>
    <message>
        <source>returned, not submitted again</source>
        <translation>devuelta, sin entregar de nuevo</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devuelta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nunca se sincronizó</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>Última sincronización: %1</translation>
    </message>
    <message>
        <source>%1 of %2 employer contacts</source>
        <translation>%1 de %2 contactos con empleadores</translation>
    </message>
    <message>
        <source>Nothing yet: the week is still to come</source>
        <translation>Nada todavía: la semana está por venir</translation>
    </message>
    <message>
        <source>No entries yet, never heard from</source>
        <translation>Sin registros todavía, nunca hubo noticias</translation>
    </message>
    <message>
        <source>No entries yet, last heard from %1</source>
        <translation>Sin registros todavía, últimas noticias: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>%n superposición</numerusform>
            <numerusform>%n superposiciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n tiempo sin registrar</numerusform>
            <numerusform>%n tiempos sin registrar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n sin lugar</numerusform>
            <numerusform>%n sin lugar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running very long</source>
        <translation>
            <numerusform>%n en curso demasiado tiempo</numerusform>
            <numerusform>%n en curso demasiado tiempo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entered more than a day late</source>
        <translation>
            <numerusform>%n ingresado con más de un día de retraso</numerusform>
            <numerusform>%n ingresados con más de un día de retraso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a wrong phone clock</source>
        <translation>
            <numerusform>%n con el reloj del teléfono mal</numerusform>
            <numerusform>%n con el reloj del teléfono mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a location tag</source>
        <translation>
            <numerusform>%n sin marca de ubicación</numerusform>
            <numerusform>%n sin marca de ubicación</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nobody in the team has entries in this week</source>
        <translation>Nadie del equipo tiene registros en esta semana</translation>
    </message>
    <message>
        <source>no entries yet</source>
        <translation>sin registros todavía</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Running now</source>
        <translation>En curso ahora</translation>
    </message>
</context>
<context>
    <name>TileTexts</name>
    <message>
        <source>Employer visit</source>
        <translation>Visita a empleador</translation>
    </message>
    <message>
        <source>Job coaching</source>
        <translation>Acompañar</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
</context>
<context>
    <name>TimeLegend</name>
    <message>
        <source>Community %1</source>
        <translation>Comunidad %1</translation>
    </message>
    <message>
        <source>On-site %1</source>
        <translation>En sede %1</translation>
    </message>
    <message>
        <source>Not logged %1</source>
        <translation>Sin registrar %1</translation>
    </message>
    <message>
        <source>Left today %1</source>
        <translation>Quedan hoy %1</translation>
    </message>
</context>
<context>
    <name>TimeStepper</name>
    <message numerus="yes">
        <source>%1: %n minutes earlier</source>
        <translation>
            <numerusform>%1: %n minuto antes</numerusform>
            <numerusform>%1: %n minutos antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n minutes later</source>
        <translation>
            <numerusform>%1: %n minuto después</numerusform>
            <numerusform>%1: %n minutos después</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeTexts</name>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Hoy a las %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Ayer a las %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoy a las %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>ayer a las %1</translation>
    </message>
</context>
<context>
    <name>TimelineEntry</name>
    <message>
        <source>%1 – %2 · %3</source>
        <translation>%1 – %2 · %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>TimelineGap</name>
    <message>
        <source>Not logged · %1</source>
        <translation>Sin registrar · %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Llenar</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
</context>
<context>
    <name>TimelineOverlap</name>
    <message>
        <source>Two entries overlap %1 – %2 · %3</source>
        <translation>Dos registros se superponen %1 – %2 · %3</translation>
    </message>
    <message>
        <source>Trim the earlier one</source>
        <translation>Recortar el anterior</translation>
    </message>
    <message>
        <source>Trim the later one</source>
        <translation>Recortar el posterior</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>Write in a few words why both are right.</source>
        <translation>Escriba en pocas palabras por qué ambos son correctos.</translation>
    </message>
    <message>
        <source>Why are both right?</source>
        <translation>¿Por qué ambos son correctos?</translation>
    </message>
    <message>
        <source>Keep both with this reason</source>
        <translation>Conservar ambos con este motivo</translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>WeekExceptions</name>
    <message>
        <source>To look at</source>
        <translation>Para revisar</translation>
    </message>
</context>
<context>
    <name>WeekHistory</name>
    <message>
        <source>The last 12 weeks</source>
        <translation>Las últimas 12 semanas</translation>
    </message>
    <message>
        <source>Share of the last 12 weeks, on a scale from 0 to 100 with marks at 50 and 65</source>
        <translation>Porcentaje de las últimas 12 semanas, en una escala de 0 a 100 con marcas en 50 y 65</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>Ocultar la lista</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Ver como lista</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>WeekLeave</name>
    <message>
        <source>None this week</source>
        <translation>Ninguna esta semana</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Ausencia</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Remove leave on %1</source>
        <translation>Quitar la ausencia del %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Schedule, set by your lead: %1</source>
        <translation>Horario, fijado por su líder: %1</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>The week after</source>
        <translation>La semana siguiente</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>La semana anterior</translation>
    </message>
</context>
<context>
    <name>WeekShare</name>
    <message>
        <source>In the community</source>
        <translation>En la comunidad</translation>
    </message>
</context>
<context>
    <name>WeekState</name>
    <message>
        <source>Submit week</source>
        <translation>Entregar la semana</translation>
    </message>
    <message>
        <source>Take it back to change it</source>
        <translation>Retirarla para cambiarla</translation>
    </message>
    <message>
        <source>Your lead writes: %1</source>
        <translation>Su líder escribe: %1</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>Entregar otra vez</translation>
    </message>
</context>
<context>
    <name>WeekTexts</name>
    <message>
        <source>Nothing was logged in this week</source>
        <translation>No se registró nada en esta semana</translation>
    </message>
    <message>
        <source>%1 % was reached</source>
        <translation>Se alcanzó el %1 %</translation>
    </message>
    <message>
        <source>%1 short of %2 %</source>
        <translation>Faltaron %1 para el %2 %</translation>
    </message>
    <message>
        <source>The first entry of this week has begun</source>
        <translation>Empezó el primer registro de esta semana</translation>
    </message>
    <message>
        <source>No entries yet this week: a tap on a tile starts the first</source>
        <translation>Aún no hay registros esta semana: un toque en un botón inicia el primero</translation>
    </message>
    <message>
        <source>So far %1</source>
        <translation>Hasta ahora %1</translation>
    </message>
    <message>
        <source>no more needed for %1 %</source>
        <translation>ya no falta nada para el %1 %</translation>
    </message>
    <message>
        <source>%1 more this week reaches %2 %</source>
        <translation>con %1 más esta semana llega al %2 %</translation>
    </message>
    <message>
        <source>%1 more would reach %2 %, and %3 are left</source>
        <translation>con %1 más llegaría al %2 %, y quedan %3</translation>
    </message>
    <message>
        <source>This week is still to come</source>
        <translation>Esta semana aún no llega</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 % was reached.</source>
        <translation>Se alcanzó el %1 %.</translation>
    </message>
    <message>
        <source>%1 short of %2 %.</source>
        <translation>Faltaron %1 para el %2 %.</translation>
    </message>
    <message>
        <source>No more is needed for %1 % of the whole week.</source>
        <translation>Ya no falta nada para el %1 % de toda la semana.</translation>
    </message>
    <message>
        <source>%1 more in the community reaches %2 % of what is logged.</source>
        <translation>Con %1 más en la comunidad llega al %2 % de lo registrado.</translation>
    </message>
    <message>
        <source>%1 more in the community reaches %2 %; the schedule left holds it.</source>
        <translation>Con %1 más en la comunidad llega al %2 %; cabe en el horario que queda.</translation>
    </message>
    <message>
        <source>%1 more in the community would reach %2 %; no schedule is left.</source>
        <translation>Con %1 más en la comunidad llegaría al %2 %; ya no queda horario.</translation>
    </message>
    <message>
        <source>%1 more in the community would reach %2 %; the schedule left is only %3.</source>
        <translation>Con %1 más en la comunidad llegaría al %2 %; solo quedan %3 de horario.</translation>
    </message>
    <message>
        <source>two entries overlap by %1</source>
        <translation>dos registros se superponen por %1</translation>
    </message>
    <message>
        <source>%1 with no entry before it</source>
        <translation>%1 sin registro antes</translation>
    </message>
    <message>
        <source>no place given</source>
        <translation>falta el lugar</translation>
    </message>
    <message>
        <source>ran for %1</source>
        <translation>duró %1</translation>
    </message>
    <message>
        <source>entered more than a day late</source>
        <translation>anotado con más de un día de retraso</translation>
    </message>
    <message>
        <source>this phone&apos;s clock was wrong by %1</source>
        <translation>el reloj de este teléfono tenía un error de %1</translation>
    </message>
    <message>
        <source>no location tag</source>
        <translation>sin marca de ubicación</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, looked at: %2 in the community, %3 on site, %4 not logged</source>
        <translation>%1, revisado: %2 en la comunidad, %3 en sede, %4 sin registrar</translation>
    </message>
    <message>
        <source>%1: %2 in the community, %3 on site, %4 not logged</source>
        <translation>%1: %2 en la comunidad, %3 en sede, %4 sin registrar</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries have no location tag</source>
        <translation>
            <numerusform>%1: %n registro sin marca de ubicación</numerusform>
            <numerusform>%1: %n registros sin marca de ubicación</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::DayModel</name>
    <message>
        <source>This day is still to come.</source>
        <translation>Este día aún no llega.</translation>
    </message>
    <message>
        <source>A day off: nothing is scheduled and nothing was logged.</source>
        <translation>Un día libre: no hay horario y no se registró nada.</translation>
    </message>
    <message>
        <source>No entries on this day yet: tap a tile on Now, or add one here.</source>
        <translation>Aún no hay registros este día: toque un botón en Ahora o agregue uno aquí.</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>Sin registrar</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Draft: open it to save or drop your changes</source>
        <translation>Borrador: ábralo para guardar o descartar sus cambios</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>%1 now ends at %2</source>
        <translation>%1 ahora termina a las %2</translation>
    </message>
    <message>
        <source>%1 now starts at %2</source>
        <translation>%1 ahora empieza a las %2</translation>
    </message>
    <message>
        <source>Overlap kept: %1</source>
        <translation>Superposición conservada: %1</translation>
    </message>
    <message>
        <source>Both kept, with the reason in the note</source>
        <translation>Ambos conservados, con el motivo en la nota</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1: quitado</translation>
    </message>
    <message>
        <source>%1 of %2 comes more than a day late. Why?</source>
        <translation>%1 de las %2 llega con más de un día de retraso. ¿Por qué?</translation>
    </message>
    <message>
        <source>The reason is kept with the entry</source>
        <translation>El motivo se guarda con el registro</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Look at these before the day is done, or leave them as they are.</source>
        <translation>Revise esto antes de terminar el día, o déjelo como está.</translation>
    </message>
    <message>
        <source>Nothing is odd about this day.</source>
        <translation>No hay nada raro en este día.</translation>
    </message>
    <message>
        <source>You found this day right (%1).</source>
        <translation>Usted dio este día por bueno (%1).</translation>
    </message>
    <message>
        <source>This day has changed since you found it right (%1).</source>
        <translation>Este día cambió desde que usted lo dio por bueno (%1).</translation>
    </message>
</context>
<context>
    <name>waymark::app::EmployerModel</name>
    <message>
        <source>Next step saved</source>
        <translation>Próximo paso guardado</translation>
    </message>
    <message>
        <source>Write the day like 11/24 or 24 Nov.</source>
        <translation>Escriba el día como 11/24 o 24 nov.</translation>
    </message>
    <message>
        <source>Next step %1</source>
        <translation>Próximo paso %1</translation>
    </message>
    <message>
        <source>Next step without a day</source>
        <translation>Próximo paso sin día</translation>
    </message>
    <message>
        <source>Next step done</source>
        <translation>Próximo paso hecho</translation>
    </message>
    <message>
        <source>No position (%1): try again in the open, or save without one.</source>
        <translation>Sin posición (%1): intente otra vez al aire libre, o guarde sin ella.</translation>
    </message>
    <message>
        <source>%1 added to the network</source>
        <translation>%1 se agregó a la red</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 se guardó</translation>
    </message>
    <message>
        <source>%1 taken out of the network</source>
        <translation>%1 se quitó de la red</translation>
    </message>
    <message>
        <source>%1 is in the network again</source>
        <translation>%1 está otra vez en la red</translation>
    </message>
    <message>
        <source>Finding the position…</source>
        <translation>Buscando la posición…</translation>
    </message>
    <message>
        <source>No position: Now cannot offer this place when you are near.</source>
        <translation>Sin posición: Ahora no puede ofrecer este lugar cuando usted esté cerca.</translation>
    </message>
    <message>
        <source>Position known: Now offers this place when you are near.</source>
        <translation>Posición conocida: Ahora ofrece este lugar cuando usted está cerca.</translation>
    </message>
    <message>
        <source>someone who can hire</source>
        <translation>alguien que puede contratar</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>no llegó nadie</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún no guardado</translation>
    </message>
</context>
<context>
    <name>waymark::app::EmployersModel</name>
    <message numerus="yes">
        <source>%n employers</source>
        <translation>
            <numerusform>%n empleador</numerusform>
            <numerusform>%n empleadores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n employers</source>
        <translation>
            <numerusform>%1 de %n empleador</numerusform>
            <numerusform>%1 de %n empleadores</numerusform>
        </translation>
    </message>
    <message>
        <source>No employers yet</source>
        <translation>Aún no hay empleadores</translation>
    </message>
    <message>
        <source>Add the first one: its name is enough, the rest can follow.</source>
        <translation>Agregue el primero: basta el nombre, lo demás puede venir después.</translation>
    </message>
    <message>
        <source>Look for a part of the name, the contact, the industry or the street, or add it.</source>
        <translation>Busque una parte del nombre, del contacto, del ramo o de la calle, o agréguelo.</translation>
    </message>
    <message>
        <source>%1 of %2 employer contacts this week</source>
        <translation>%1 de %2 contactos con empleadores esta semana</translation>
    </message>
    <message>
        <source>A contact is a visit in person with an employer.</source>
        <translation>Un contacto es una visita en persona a un empleador.</translation>
    </message>
    <message>
        <source>No employer found</source>
        <translation>No se encontró ningún empleador</translation>
    </message>
    <message>
        <source>%1 with someone who can hire · %2 new, %3 returning</source>
        <translation>%1 con alguien que puede contratar · nuevos: %2, repetidos: %3</translation>
    </message>
</context>
<context>
    <name>waymark::app::EnrolModel</name>
    <message>
        <source>This is no enrollment link: it begins with waymark://enroll.</source>
        <translation>Esto no es un enlace de inscripción: empieza con waymark://enroll.</translation>
    </message>
    <message>
        <source>The code in this link is missing or damaged: ask your admin for a new link.</source>
        <translation>El código de este enlace falta o está dañado: pida un enlace nuevo a su administrador.</translation>
    </message>
    <message>
        <source>The server address in this link cannot be used: ask your admin for a new link.</source>
        <translation>La dirección del servidor de este enlace no se puede usar: pida un enlace nuevo a su administrador.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>This phone still holds unsent changes of someone else: send or settle them first.</source>
        <translation>Este teléfono aún tiene cambios sin enviar de otra persona: envíelos o resuélvalos primero.</translation>
    </message>
</context>
<context>
    <name>waymark::app::EntryEditorModel</name>
    <message>
        <source>Write the time like 9:05.</source>
        <translation>Escriba la hora como 9:05.</translation>
    </message>
    <message>
        <source>First written</source>
        <translation>Primera versión</translation>
    </message>
    <message>
        <source>On this phone</source>
        <translation>En este teléfono</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>En otro lugar</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún no guardado</translation>
    </message>
    <message>
        <source>This week is approved: what you save is kept and waits until your lead returns the week.</source>
        <translation>Esta semana está aprobada: lo que guarde se conserva y espera hasta que su líder la devuelva.</translation>
    </message>
</context>
<context>
    <name>waymark::app::FieldLog</name>
    <message>
        <source>Times here are %1 time, by which your week is counted; this phone&apos;s clock shows %2.</source>
        <translation>Las horas aquí son de %1, con las que se cuenta su semana; el reloj de este teléfono muestra %2.</translation>
    </message>
</context>
<context>
    <name>waymark::app::NowModel</name>
    <message>
        <source>%1 since %2</source>
        <translation>%1 desde las %2</translation>
    </message>
    <message>
        <source>%1. %2 was ended after 24 hours: set its true end in Day.</source>
        <translation>%1. %2 se terminó después de 24 horas: ponga su final verdadero en Día.</translation>
    </message>
    <message>
        <source>%1 was ended after 24 hours: set its true end in Day.</source>
        <translation>%1 se terminó después de 24 horas: ponga su final verdadero en Día.</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 hasta las %2</translation>
    </message>
    <message>
        <source>Write the time like 9:05.</source>
        <translation>Escriba la hora como 9:05.</translation>
    </message>
    <message>
        <source>That is still to come: choose an earlier time.</source>
        <translation>Esa hora aún no llega: elija una anterior.</translation>
    </message>
    <message>
        <source>%1 began at %2: change it in Day first.</source>
        <translation>%1 empezó a las %2: cámbielo primero en Día.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>Finding the position…</source>
        <translation>Buscando la posición…</translation>
    </message>
    <message>
        <source>Position found; kept once the place is known</source>
        <translation>Posición encontrada; se guarda cuando se sepa el lugar</translation>
    </message>
    <message>
        <source>%1 has run for %2: stop it if it is over.</source>
        <translation>%1 lleva %2: deténgalo si ya terminó.</translation>
    </message>
    <message>
        <source>%1 · within %2 m</source>
        <translation>%1 · a menos de %2 m</translation>
    </message>
    <message>
        <source>%1 · %2 m</source>
        <translation>%1 · %2 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>The storage of this phone is full: free some space.</source>
        <translation>El almacenamiento de este teléfono está lleno: libere espacio.</translation>
    </message>
    <message>
        <source>The file with your records cannot be written: check the phone&apos;s storage.</source>
        <translation>El archivo con sus datos no se puede escribir: revise el almacenamiento del teléfono.</translation>
    </message>
    <message>
        <source>%1 is kept and saved as soon as it can be; leave Waymark open until then.</source>
        <translation>%1 se conserva y se guarda en cuanto se pueda; deje Waymark abierto hasta entonces.</translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s), the last %1, are kept and saved as soon as they can be; leave Waymark open until then.</source>
        <translation>
            <numerusform>%n toque, el último %1, se conserva y se guarda en cuanto se pueda; deje Waymark abierto hasta entonces.</numerusform>
            <numerusform>%n toques, el último %1, se conservan y se guardan en cuanto se pueda; deje Waymark abierto hasta entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop at %1</source>
        <translation>Detener a las %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>desde el %1 a las %2</translation>
    </message>
    <message>
        <source>%1 begins at %2, later than this phone&apos;s clock: set the clock to automatic, or tap Began earlier.</source>
        <translation>%1 empieza a las %2, después de la hora de este teléfono: ponga el reloj en automático o toque Empezó antes.</translation>
    </message>
    <message>
        <source>This phone&apos;s clock is %1 ahead: set it to automatic in the phone&apos;s settings.</source>
        <translation>El reloj de este teléfono está adelantado %1: póngalo en automático en los ajustes del teléfono.</translation>
    </message>
    <message>
        <source>This phone&apos;s clock is %1 behind: set it to automatic in the phone&apos;s settings.</source>
        <translation>El reloj de este teléfono está atrasado %1: póngalo en automático en los ajustes del teléfono.</translation>
    </message>
    <message>
        <source>The storage of this phone is full: free some space. Your tap is saved in room that was kept for it.</source>
        <translation>El almacenamiento de este teléfono está lleno: libere espacio. Su toque queda guardado en un espacio reservado para eso.</translation>
    </message>
</context>
<context>
    <name>waymark::app::ParticipantJobModel</name>
    <message>
        <source>Write the hours a week like 12.5.</source>
        <translation>Escriba las horas por semana como 12.5.</translation>
    </message>
    <message>
        <source>Add “%1” to the network</source>
        <translation>Agregar «%1» a la red</translation>
    </message>
    <message>
        <source>%1 added to the network</source>
        <translation>%1 se agregó a la red</translation>
    </message>
    <message>
        <source>Write the day like 11/24 or 24 Nov.</source>
        <translation>Escriba el día como 11/24 o 24 nov.</translation>
    </message>
    <message>
        <source>Choose the employer.</source>
        <translation>Elija el empleador.</translation>
    </message>
    <message>
        <source>Say what the work is.</source>
        <translation>Diga cuál es el trabajo.</translation>
    </message>
    <message>
        <source>Say how many hours a week it is.</source>
        <translation>Diga cuántas horas por semana son.</translation>
    </message>
    <message>
        <source>The end is before the start: move one of them.</source>
        <translation>El final está antes del inicio: mueva uno de los dos.</translation>
    </message>
    <message>
        <source>Job added for %1</source>
        <translation>Empleo agregado para %1</translation>
    </message>
    <message>
        <source>Job ended for %1</source>
        <translation>Empleo terminado para %1</translation>
    </message>
    <message>
        <source>Job saved for %1</source>
        <translation>Empleo guardado para %1</translation>
    </message>
    <message>
        <source>Job of %1 removed</source>
        <translation>Empleo de %1 quitado</translation>
    </message>
</context>
<context>
    <name>waymark::app::ParticipantModel</name>
    <message>
        <source>done %1</source>
        <translation>hecho %1</translation>
    </message>
    <message>
        <source>missed, was due by %1</source>
        <translation>incumplido, vencía %1</translation>
    </message>
    <message>
        <source>due by %1</source>
        <translation>pendiente hasta %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>no llegó nadie</translation>
    </message>
    <message>
        <source>The case is closed: nothing is due.</source>
        <translation>El caso está cerrado: no hay nada pendiente.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>No hay nada pendiente.</translation>
    </message>
    <message>
        <source>No meeting recorded yet</source>
        <translation>Aún sin reuniones registradas</translation>
    </message>
    <message>
        <source>Last met %1</source>
        <translation>Última reunión %1</translation>
    </message>
    <message>
        <source>%1 added to your caseload</source>
        <translation>%1 se agregó a sus participantes</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 se guardó</translation>
    </message>
    <message>
        <source>Write the day like 11/24 or 24 Nov.</source>
        <translation>Escriba el día como 11/24 o 24 nov.</translation>
    </message>
    <message>
        <source>Someone on your caseload has this code: add a digit to tell them apart.</source>
        <translation>Uno de sus participantes ya tiene este código: agregue un dígito para distinguirlos.</translation>
    </message>
    <message>
        <source>This looks like a full name: use initials or the agency&apos;s code.</source>
        <translation>Esto parece un nombre completo: use iniciales o el código de la agencia.</translation>
    </message>
    <message>
        <source>Initials or the agency&apos;s code: no full name, and never a diagnosis.</source>
        <translation>Iniciales o código de la agencia: ningún nombre completo, y nunca un diagnóstico.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>42 CFR Part 2</source>
        <translation>42 CFR Parte 2</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 se cerró</translation>
    </message>
    <message>
        <source>%1 is on your caseload again</source>
        <translation>%1 está otra vez entre sus participantes</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún no guardado</translation>
    </message>
</context>
<context>
    <name>waymark::app::ParticipantsModel</name>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation>Nada pendiente</translation>
    </message>
    <message>
        <source>%1 of %2 on your caseload</source>
        <translation>%1 de %2 participantes</translation>
    </message>
    <message>
        <source>More than the agency&apos;s limit: speak to your lead.</source>
        <translation>Más que el límite de la agencia: hable con su líder.</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n vencido</numerusform>
            <numerusform>%n vencidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n pendiente</numerusform>
            <numerusform>%n pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>No hay nada pendiente.</translation>
    </message>
</context>
<context>
    <name>waymark::app::ReminderModel</name>
    <message>
        <source>%1 still runs: stop it if your day is over.</source>
        <translation>%1 sigue en curso: deténgalo si su día terminó.</translation>
    </message>
    <message>
        <source>%1 has run for %2: stop it if it is over.</source>
        <translation>%1 lleva %2: deténgalo si ya terminó.</translation>
    </message>
    <message>
        <source>Nothing is logged today: add it in Day, or your leave in Week.</source>
        <translation>Hoy no hay nada registrado: agréguelo en Día, o su ausencia en Semana.</translation>
    </message>
    <message numerus="yes">
        <source>Today has %n thing(s) to mend: open Day while you remember.</source>
        <translation>
            <numerusform>Hoy hay %n detalle por corregir: abra Día mientras lo recuerda.</numerusform>
            <numerusform>Hoy hay %n detalles por corregir: abra Día mientras los recuerda.</numerusform>
        </translation>
    </message>
    <message>
        <source>This week is not submitted yet: look it over in Week and submit it.</source>
        <translation>Esta semana aún no se ha entregado: revísela en Semana y entréguela.</translation>
    </message>
</context>
<context>
    <name>waymark::app::SettingsModel</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>this app</source>
        <translation>esta app</translation>
    </message>
    <message>
        <source>pages, positions and connections</source>
        <translation>páginas, posiciones y conexiones</translation>
    </message>
    <message>
        <source>the store on this phone</source>
        <translation>los datos en este teléfono</translation>
    </message>
    <message>
        <source>records as text</source>
        <translation>datos como texto</translation>
    </message>
    <message>
        <source>talking to the server</source>
        <translation>la comunicación con el servidor</translation>
    </message>
    <message>
        <source>talking to the server in private</source>
        <translation>la comunicación privada con el servidor</translation>
    </message>
    <message>
        <source>tokens and ids</source>
        <translation>claves e identificadores</translation>
    </message>
    <message>
        <source>the key chain</source>
        <translation>el llavero</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textos</translation>
    </message>
    <message>
        <source>time zones</source>
        <translation>zonas horarias</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>errores</translation>
    </message>
    <message>
        <source>letters and digits</source>
        <translation>letras y dígitos</translation>
    </message>
    <message>
        <source>icons</source>
        <translation>iconos</translation>
    </message>
    <message>
        <source>This device does not tell metered connections from others, so it sends on any.</source>
        <translation>Este dispositivo no distingue las conexiones de uso medido de las demás, así que envía por cualquiera.</translation>
    </message>
    <message>
        <source>The connection now is metered.</source>
        <translation>La conexión actual es de uso medido.</translation>
    </message>
    <message>
        <source>The connection now is not metered.</source>
        <translation>La conexión actual no es de uso medido.</translation>
    </message>
</context>
<context>
    <name>waymark::app::SyncModel</name>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (quitado)</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>Recibiendo…</translation>
    </message>
    <message>
        <source>This phone is not enrolled yet.</source>
        <translation>Este teléfono aún no está inscrito.</translation>
    </message>
    <message>
        <source>No connection: everything is kept on this phone.</source>
        <translation>Sin conexión: todo se guarda en este teléfono.</translation>
    </message>
    <message>
        <source>Waiting for Wi-Fi.</source>
        <translation>Esperando Wi-Fi.</translation>
    </message>
    <message>
        <source>All sent that can be; some records need you.</source>
        <translation>Se envió todo lo posible; algunos datos requieren su atención.</translation>
    </message>
    <message>
        <source>Waiting to be sent.</source>
        <translation>En espera de envío.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Aún sin sincronizar.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 de %L2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on this phone</source>
        <translation>%1 en este teléfono</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nada por enviar</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) written to %1. The file holds health information: hand it on with care.</source>
        <translation>
            <numerusform>%n cambio guardado en %1. El archivo contiene información de salud: entréguelo con cuidado.</numerusform>
            <numerusform>%n cambios guardados en %1. El archivo contiene información de salud: entréguelo con cuidado.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already: choose another.</source>
        <translation>Ya hay un archivo con este nombre: elija otro.</translation>
    </message>
    <message>
        <source>The file could not be written: choose a folder you may write to.</source>
        <translation>No se pudo escribir el archivo: elija una carpeta donde pueda escribir.</translation>
    </message>
    <message>
        <source>There is a third version, from %1: keeping one settles it too.</source>
        <translation>Hay una tercera versión, de %1: conservar una también la resuelve.</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>otro dispositivo</translation>
    </message>
    <message>
        <source>this phone</source>
        <translation>este teléfono</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>el servidor</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>The others wait to be sent.</source>
        <translation>Los demás esperan envío.</translation>
    </message>
</context>
<context>
    <name>waymark::app::TeamModel</name>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Equipo %1</translation>
    </message>
    <message>
        <source>To look only. You approve or return weeks in a browser, at %1/team.</source>
        <translation>Solo para consultar. Las semanas se aprueban o devuelven en un navegador, en %1/team.</translation>
    </message>
    <message>
        <source>The server says you lead no team now: ask your admin.</source>
        <translation>El servidor dice que ahora usted no lidera ningún equipo: pregunte a su administrador.</translation>
    </message>
    <message>
        <source>Mean of specialists %1 %</source>
        <translation>Promedio de especialistas: %1 %</translation>
    </message>
    <message>
        <source>%1; no signal</source>
        <translation>%1; sin señal</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Los demás</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requieren atención</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
</context>
<context>
    <name>waymark::app::TeamPersonModel</name>
    <message>
        <source>%1 in the community</source>
        <translation>%1 en la comunidad</translation>
    </message>
    <message>
        <source>%1 on site</source>
        <translation>%1 en sede</translation>
    </message>
    <message>
        <source>%1 not worked</source>
        <translation>%1 no trabajadas</translation>
    </message>
    <message>
        <source>No place given</source>
        <translation>Sin lugar indicado</translation>
    </message>
    <message>
        <source>%1 without %2 that rests on agency choices.</source>
        <translation>%1 sin %2 que dependen de decisiones de la agencia.</translation>
    </message>
    <message>
        <source>%1 with someone who can hire · %2 for a participant · %3 returning</source>
        <translation>%1 con alguien que puede contratar · por un participante: %2, repetidos: %3</translation>
    </message>
    <message>
        <source>%1 scheduled</source>
        <translation>%1 según horario</translation>
    </message>
    <message>
        <source>No schedule: the share is of what was logged.</source>
        <translation>Sin horario: el porcentaje es de lo registrado.</translation>
    </message>
    <message>
        <source>Leave %1</source>
        <translation>Ausencia %1</translation>
    </message>
</context>
<context>
    <name>waymark::app::WeekModel</name>
    <message>
        <source>None of it rests on an agency choice.</source>
        <translation>Nada de esto depende de una decisión de la agencia.</translation>
    </message>
    <message>
        <source>%1 without %2 that rests on agency choices.</source>
        <translation>%1 sin %2 que dependen de decisiones de la agencia.</translation>
    </message>
    <message>
        <source>%1 of the schedule left</source>
        <translation>Quedan %1 de horario</translation>
    </message>
    <message>
        <source>No scheduled time left</source>
        <translation>No queda tiempo de horario</translation>
    </message>
    <message>
        <source>%1 scheduled this week</source>
        <translation>Horario de esta semana: %1</translation>
    </message>
    <message>
        <source>No schedule yet: the share is of what was logged.</source>
        <translation>Aún sin horario: el porcentaje es de lo registrado.</translation>
    </message>
    <message>
        <source>Employer contacts: %1; the goal is %2</source>
        <translation>Contactos con empleadores: %1; la meta es %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Not submitted yet</source>
        <translation>Aún sin entregar</translation>
    </message>
    <message>
        <source>Choose a day of this week.</source>
        <translation>Elija un día de esta semana.</translation>
    </message>
    <message>
        <source>Write hours like 7:30, up to 24.</source>
        <translation>Escriba horas como 7:30, hasta 24.</translation>
    </message>
    <message>
        <source>Choose what kind of leave it is.</source>
        <translation>Elija qué tipo de ausencia es.</translation>
    </message>
    <message>
        <source>What you change now is kept on this phone and waits until your lead returns the week.</source>
        <translation>Lo que cambie ahora se guarda en este teléfono y espera hasta que su líder devuelva la semana.</translation>
    </message>
    <message>
        <source>It will be sent with the next sync; no network is needed now.</source>
        <translation>Se enviará con la próxima sincronización; ahora no hace falta red.</translation>
    </message>
    <message>
        <source>Your lead has it. You can take it back until it is approved.</source>
        <translation>La tiene su líder. Puede retirarla hasta que se apruebe.</translation>
    </message>
    <message>
        <source>An entry is still running: stop it first, or its end will be missing.</source>
        <translation>Un registro sigue en curso: deténgalo primero, o faltará su final.</translation>
    </message>
    <message>
        <source>To look at first: %1. You can submit all the same.</source>
        <translation>Para revisar antes: %1. Puede entregarla de todos modos.</translation>
    </message>
    <message>
        <source>The week is not over yet; what you add later goes with it if you submit again.</source>
        <translation>La semana aún no termina; lo que agregue después va con ella si la entrega otra vez.</translation>
    </message>
    <message>
        <source>Returned to you by your lead</source>
        <translation>Devuelta a usted por su líder</translation>
    </message>
</context>
</TS>
